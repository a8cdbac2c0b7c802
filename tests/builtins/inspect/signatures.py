import inspect
from inspect import *


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


def f(a, b=1, /, c=2, *args, d, e=5, **kw) -> int:
    """doc string"""


print(signature(f), list(signature(f).parameters), signature(f).return_annotation)  # expect: (a, b=1, /, c=2, *args, d, e=5, **kw) -> int ['a', 'b', 'c', 'args', 'd', 'e', 'kw'] <class 'int'>
print(signature(lambda: 0), signature(lambda x, *, y=1: 0))  # expect: () (x, *, y=1)


class C:
    """class doc
       second line
    """

    def __init__(self, x: int, y: str='a'):
        pass

    def m(self, q):
        pass

    @classmethod
    def cm(cls, z):
        pass

    @staticmethod
    def sm(w):
        pass

    def __call__(self, k):
        pass

    @property
    def p(self):
        """prop doc"""


c = C(1)
print(signature(C), signature(c.m), signature(C.m))  # expect: (x: int, y: str = 'a') (q) (self, q)
print(signature(C.cm), signature(C.sm), signature(c))  # expect: (z) (w) (k)
show(signature, 3)
# expect: TypeError 3 is not a callable object
for b in (len, sorted, int.__add__, repr):
    show(signature, b)
# expect: (obj, /)
# expect: (iterable, /, *, key=None, reverse=False)
# expect: (self, value, /)
# expect: (obj, /)
b = signature(f).bind(1, 2, 3, 4, d=5, z=6)
print(b.arguments, b.args, b.kwargs)  # expect: {'a': 1, 'b': 2, 'c': 3, 'args': (4,), 'd': 5, 'kw': {'z': 6}} (1, 2, 3, 4) {'d': 5, 'z': 6}
print(b)  # expect: <BoundArguments (a=1, b=2, c=3, args=(4,), d=5, kw={'z': 6})>
for args, kw in (((), {}), ((1,), {}), ((1,), {'d': 1, 'a': 2}), ((1, 2, 3), {'d': 1}), ((1,), {'d': 2, 'b': 3})):
    show(lambda: signature(f).bind(*args, **kw))
# expect: TypeError missing a required argument: 'a'
# expect: TypeError missing a required argument: 'd'
# expect: <BoundArguments (a=1, d=1, kw={'a': 2})>
# expect: <BoundArguments (a=1, b=2, c=3, d=1)>
# expect: <BoundArguments (a=1, d=2, kw={'b': 3})>
show(lambda: signature(lambda a, b: 0).bind(1))
# expect: TypeError missing a required argument: 'b'
show(lambda: signature(lambda a: 0).bind(1, 2))
# expect: TypeError too many positional arguments
show(lambda: signature(lambda a: 0).bind(1, a=2))
# expect: TypeError multiple values for argument 'a'
show(lambda: signature(lambda a: 0).bind(b=1))
# expect: TypeError missing a required argument: 'a'
show(lambda: signature(lambda *, a: 0).bind())
# expect: TypeError missing a required keyword-only argument: 'a'
print(signature(lambda a, b=2: 0).bind_partial())  # expect: <BoundArguments ()>
x = signature(lambda a, b=2, *c, **d: 0).bind(1)
x.apply_defaults()
print(x)  # expect: <BoundArguments (a=1, b=2, c=(), d={})>
p = Parameter('x', Parameter.POSITIONAL_OR_KEYWORD, default=3, annotation=int)
print(p, repr(p), p.kind)  # expect: x: int = 3 <Parameter "x: int = 3"> POSITIONAL_OR_KEYWORD
print(repr(p.kind), p.kind.description, p.replace(name='y'))  # expect: <_ParameterKind.POSITIONAL_OR_KEYWORD: 1> positional or keyword y: int = 3
print(p == p.replace(), Parameter.empty)  # expect: True <class 'inspect._empty'>
show(Parameter, 'x', 9)
# expect: ValueError value 9 is not a valid Parameter.kind
show(Parameter, '1x', Parameter.KEYWORD_ONLY)
# expect: ValueError '1x' is not a valid parameter name
show(Parameter, 'a', Parameter.VAR_POSITIONAL, default=1)
# expect: ValueError variadic positional parameters cannot have default values
print(Signature([p]), Signature([p]) == Signature([p]), Signature().replace(return_annotation=str))  # expect: (x: int = 3) True () -> str
show(Signature, [Parameter('a', Parameter.KEYWORD_ONLY), Parameter('b', Parameter.POSITIONAL_ONLY)])
# expect: ValueError wrong parameter order: keyword-only parameter before positional-only parameter
import functools
print(signature(functools.partial(f, 1, d=2)), signature(functools.partial(lambda a, b, c: 0, 1)), signature(functools.partial(lambda a, b, c: 0, b=1)))  # expect: (b=1, /, c=2, *args, d=2, e=5, **kw) -> int (b, c) (a, *, b=1, c)


@functools.wraps(f)
def w(*a, **k):
    pass


print(signature(w), signature(w, follow_wrapped=False), unwrap(w) is f)  # expect: (a, b=1, /, c=2, *args, d, e=5, **kw) -> int (*a, **k) -> int True


def gen():
    yield


async def co():
    pass


async def ag():
    yield


print(isgeneratorfunction(gen), iscoroutinefunction(co), isasyncgenfunction(ag))  # expect: True True True
print(isgenerator(gen()), isfunction(f), ismethod(c.m))  # expect: True True True
print(isbuiltin(len), isclass(C), ismodule(inspect))  # expect: True True True
print(isroutine(len), isabstract(C), isawaitable(3))  # expect: True False False
print(isdatadescriptor(C.p), ismethoddescriptor(str.join), iscode(f.__code__))  # expect: True True True
print(isframe(currentframe()))  # expect: True
k = co()
print(iscoroutine(k), isawaitable(k))  # expect: True True
k.close()
print(getdoc(C), getdoc(f), getdoc(c.m))
# expect: class doc
# expect: second line doc string None
print(cleandoc('  a\n    b\n      c\n\n'))
# expect: a
# expect: b
# expect:   c
print(getfullargspec(f))  # expect: FullArgSpec(args=['a', 'b', 'c'], varargs='args', varkw='kw', defaults=(1, 2), kwonlyargs=['d', 'e'], kwonlydefaults={'e': 5}, annotations={'return': <class 'int'>})
print(getmembers(C, isfunction)[0][0], [n for n, v in getmembers(c) if not n.startswith('__')], getmro(C))  # expect: __call__ ['cm', 'm', 'p', 'sm'] (<class '__main__.C'>, <class 'object'>)
print(getmodule(C).__name__)  # expect: __main__
g = gen()
print(getgeneratorstate(g))  # expect: GEN_CREATED
next(g)
print(getgeneratorstate(g))  # expect: GEN_SUSPENDED
g.close()
print(getgeneratorstate(g))  # expect: GEN_CLOSED


def outer():
    n = 1

    def inner():
        return (n, len, undefined_thing)
    return inner


print(getclosurevars(outer()).nonlocals, getclosurevars(outer()).unbound)  # expect: {'n': 1} {'undefined_thing'}
print(BufferFlags.FULL, repr(BufferFlags.SIMPLE), BufferFlags.WRITABLE | BufferFlags.FORMAT)  # expect: 285 <BufferFlags.SIMPLE: 0> 5
print(BufferFlags.STRIDES.value, BufferFlags(284))  # expect: 24 284
print(get_annotations(f), get_annotations(C.__init__), getcallargs(lambda a, b=2: 0, 1))  # expect: {'return': <class 'int'>} {'x': <class 'int'>, 'y': <class 'str'>} {'a': 1, 'b': 2}
print(formatannotation(list[int]))  # expect: list[int]


class M(type):

    def __call__(cls, meta_arg):
        pass


class D(metaclass=M):

    def __init__(self, a):
        pass


print(signature(D))  # expect: (meta_arg)


class N:

    def __new__(cls, n1, n2=3):
        return object.__new__(cls)


class S(N):
    pass


class E(dict):
    pass


class O:
    pass


print(signature(N), signature(S), signature(O))  # expect: (n1, n2=3) (n1, n2=3) ()


def frames():
    return (currentframe().f_code.co_name, stack()[0].function, currentframe().f_back.f_code.co_name)


print(frames())  # expect: ('frames', 'frames', '<module>')
print(getsource(outer))
# expect: def outer():
# expect:     n = 1
# expect:
# expect:     def inner():
# expect:         return (n, len, undefined_thing)
# expect:     return inner
# expect:
print(getsourcelines(C.m))  # expect: (['    def m(self, q):\n', '        pass\n'], 28)
print(getframeinfo(currentframe()).function, getargvalues(currentframe()).args)  # expect: <module> []


class Sig:
    __signature__ = Signature([p])


print(signature(Sig))  # expect: (x: int = 3)
