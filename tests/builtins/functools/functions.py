# functools: partial, reduce, wraps, total_ordering, cmp_to_key, cached_property, partialmethod.
import functools
from functools import *
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, 'hello'), reduce(lambda a, b: a, [], 'start'), reduce(pow, [2, 3], 2))  # expect: 6 o start 64
fails(reduce, max, [])
# expect: TypeError: reduce() of empty iterable with no initial value
fails(reduce, max, 5)
# expect: TypeError: reduce() arg 2 must support iteration
fails(reduce, max)
# expect: TypeError: reduce expected at least 2 arguments, got 1
def show(*args, **named): return args, named
p = partial(show, 1, x=2)
print(p(), p(3, y=4), p(x=5), p.func is show, p.args, p.keywords, partial(p, 9, x=7)(8), partial(p, 9).args)  # expect: ((1,), {'x': 2}) ((1, 3), {'x': 2, 'y': 4}) ((1,), {'x': 5}) True (1,) {'x': 2} ((1, 9, 8), {'x': 7}) (1, 9)
print(partial(int, base=2)('101'), repr(partial(len)), partial(len, 'a'), partial(max, 1, key=None))  # expect: 5 functools.partial(<built-in function len>) functools.partial(<built-in function len>, 'a') functools.partial(<built-in function max>, 1, key=None)
p.extra = 1
print(p.__dict__, partial(p).func is p, callable(p))  # expect: {'extra': 1} True True
class MyPartial(partial): pass
print(MyPartial(show, 1)(2), repr(MyPartial(len)))  # expect: ((1, 2), {}) __main__.MyPartial(<built-in function len>)
r = partial(show); r.__setstate__((show, (r,), {}, None))
print(repr(r).count('...'))  # expect: 1
fails(partial)
# expect: TypeError: type 'partial' takes at least one argument
fails(partial, 5)
# expect: TypeError: the first argument must be callable
def readonly(o, name):
    try:
        setattr(o, name, 5)
    except AttributeError:
        print(name, 'is read-only')
readonly(p, 'func')
# expect: func is read-only
def deco(f):
    @wraps(f)
    def wrapper(*args):
        "inner doc"
        return f(*args)
    return wrapper
@deco
def named(x):
    "the doc"
    return x
named.attr = 3
print(named.__name__, named.__doc__, named.__qualname__, named.__wrapped__.__name__, named(5), deco(named).attr)  # expect: named the doc named named 5 3
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
print(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(1), max(V(1), V(5)).n)  # expect: True True True False False 5
fails(lambda: V(1) > 5)
# expect: TypeError: '>' not supported between instances of 'V' and 'int'
fails(lambda: V(1) >= 'a')
# expect: TypeError: '>=' not supported between instances of 'V' and 'str'
@total_ordering
class W:
    def __init__(self, n): self.n = n
    def __ge__(self, o): return self.n >= o.n
    def __eq__(self, o): return self.n == o.n
print(W(1) < W(2), W(1) <= W(1), W(2) > W(1))  # expect: True True True
fails(total_ordering, int.__mro__[1])
# expect: ValueError: must define at least one ordering operation: < > <= >=
key = cmp_to_key(lambda a, b: b - a)
print(sorted([1, 3, 2], key=key), key(1) < key(2), key(1) == key(1), key(5).obj, sorted(['bb', 'a'], key=cmp_to_key(lambda a, b: len(a) - len(b))))  # expect: [3, 2, 1] False True 5 ['a', 'bb']
fails(lambda: key(1) < 5)
# expect: TypeError: other argument must be K instance
print(type(key(1)).__hash__)  # expect: None
fails(cmp_to_key)
# expect: TypeError: cmp_to_key() missing required argument 'mycmp' (pos 1)
class C:
    calls = 0
    @cached_property
    def value(self):
        "value doc"
        self.calls += 1
        return self.calls
c = C()
print(c.value, c.value, c.calls, c.__dict__, C.value.__doc__, type(C.value).__name__)  # expect: 1 1 1 {'calls': 1, 'value': 1} value doc cached_property
c.value = 10
print(c.value); del c.value; print(c.value)
# expect: 10
# expect: 2
class Slots:
    __slots__ = ()
    @cached_property
    def v(self): return 1
fails(lambda: Slots().v)
# expect: TypeError: No '__dict__' attribute on 'Slots' instance to cache 'v' property.
class M:
    def set(self, kind, value, extra=None): return self.__class__.__name__, kind, value, extra
    red = partialmethod(set, 'red')
    deep = partialmethod(red, 'deep', extra=1)
    static = partialmethod(staticmethod(show), 'static')
    cls = partialmethod(classmethod(lambda cls, a, b: (cls.__name__, a, b)), 'first')
print(M().red(5), M().deep(), M().static(1), M.cls(2), M.red(M(), 6))  # expect: ('M', 'red', 5, None) ('M', 'red', 'deep', 1) (('static', 1), {}) ('M', 'first', 2) ('M', 'red', 6, None)
fails(partialmethod, 5)
# expect: TypeError: 5 is not callable or a descriptor
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES, functools.__all__)  # expect: ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__') ('__dict__',) ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property']
