import collections.abc as c
from abc import *
import abc


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


class A(ABC):

    @abstractmethod
    def f(self):
        ...

    @property
    @abstractmethod
    def p(self):
        ...


show(A)
# expect: TypeError Can't instantiate abstract class A without an implementation for abstract methods 'f', 'p'


class B(A):

    def f(self):
        return 1


show(B)
# expect: TypeError Can't instantiate abstract class B without an implementation for abstract method 'p'


class C(B):
    p = 2


print(C().f(), C().p, A.__abstractmethods__ == {'f', 'p'})  # expect: 1 2 True
print(C.__abstractmethods__, isinstance(C(), A), issubclass(C, A))  # expect: frozenset() True True


@A.register
class V:
    pass


print(isinstance(V(), A), issubclass(V, A), issubclass(V, B))  # expect: True True False
show(A.register, 3)
# expect: TypeError Can only register classes
show(B.register, A)
# expect: RuntimeError Refusing to create an inheritance cycle


class H(metaclass=ABCMeta):

    @classmethod
    def __subclasshook__(cls, o):
        return hasattr(o, 'quack') or NotImplemented


class Q:
    quack = 1


print(issubclass(Q, H), isinstance(Q(), H), isinstance(3, H))  # expect: True True False
show(issubclass, 3, H)
# expect: TypeError issubclass() arg 1 must be a class
show(isinstance, 3, A)
# expect: False


class One(ABC):

    @abstractmethod
    def only(self):
        pass


show(One)
# expect: TypeError Can't instantiate abstract class One without an implementation for abstract method 'only'


class SM(ABC):

    @staticmethod
    @abstractmethod
    def s():
        pass

    @classmethod
    @abstractmethod
    def c(cls):
        pass


show(SM)
# expect: TypeError Can't instantiate abstract class SM without an implementation for abstract methods 'c', 's'
for name in c.__all__:
    k = getattr(c, name)
    print(name, k.__module__, [x.__name__ for x in (int, str, bytes, list, tuple, dict, set, frozenset, range, memoryview, bytearray, type(iter([])), type((x for x in ())), type({}.keys()), type({}.items()), type({}.values()), type(len), type(type.__dict__), object, float, type(iter({})), type(zip()), type(reversed([])), type(slice(1))) if issubclass(x, k)], sorted(k.__abstractmethods__))
# expect: Awaitable collections.abc [] ['__await__']
# expect: Coroutine collections.abc [] ['__await__', 'send', 'throw']
# expect: AsyncIterable collections.abc [] ['__aiter__']
# expect: AsyncIterator collections.abc [] ['__anext__']
# expect: AsyncGenerator collections.abc [] ['asend', 'athrow']
# expect: Hashable collections.abc ['int', 'str', 'bytes', 'tuple', 'frozenset', 'range', 'memoryview', 'list_iterator', 'generator', 'dict_values', 'builtin_function_or_method', 'mappingproxy', 'object', 'float', 'dict_keyiterator', 'zip', 'list_reverseiterator', 'slice'] ['__hash__']
# expect: Iterable collections.abc ['str', 'bytes', 'list', 'tuple', 'dict', 'set', 'frozenset', 'range', 'memoryview', 'bytearray', 'list_iterator', 'generator', 'dict_keys', 'dict_items', 'dict_values', 'mappingproxy', 'dict_keyiterator', 'zip', 'list_reverseiterator'] ['__iter__']
# expect: Iterator collections.abc ['list_iterator', 'generator', 'dict_keyiterator', 'zip', 'list_reverseiterator'] ['__next__']
# expect: Generator collections.abc ['generator'] ['send', 'throw']
# expect: Reversible collections.abc ['str', 'bytes', 'list', 'tuple', 'dict', 'range', 'memoryview', 'bytearray', 'dict_keys', 'dict_items', 'dict_values', 'mappingproxy'] ['__iter__', '__reversed__']
# expect: Sized collections.abc ['str', 'bytes', 'list', 'tuple', 'dict', 'set', 'frozenset', 'range', 'memoryview', 'bytearray', 'dict_keys', 'dict_items', 'dict_values', 'mappingproxy'] ['__len__']
# expect: Container collections.abc ['str', 'bytes', 'list', 'tuple', 'dict', 'set', 'frozenset', 'range', 'memoryview', 'bytearray', 'dict_keys', 'dict_items', 'dict_values', 'mappingproxy'] ['__contains__']
# expect: Callable collections.abc ['builtin_function_or_method'] ['__call__']
# expect: Collection collections.abc ['str', 'bytes', 'list', 'tuple', 'dict', 'set', 'frozenset', 'range', 'memoryview', 'bytearray', 'dict_keys', 'dict_items', 'dict_values', 'mappingproxy'] ['__contains__', '__iter__', '__len__']
# expect: Set collections.abc ['set', 'frozenset', 'dict_keys', 'dict_items'] ['__contains__', '__iter__', '__len__']
# expect: MutableSet collections.abc ['set'] ['__contains__', '__iter__', '__len__', 'add', 'discard']
# expect: Mapping collections.abc ['dict', 'mappingproxy'] ['__getitem__', '__iter__', '__len__']
# expect: MutableMapping collections.abc ['dict'] ['__delitem__', '__getitem__', '__iter__', '__len__', '__setitem__']
# expect: MappingView collections.abc ['dict_keys', 'dict_items', 'dict_values'] []
# expect: KeysView collections.abc ['dict_keys'] []
# expect: ItemsView collections.abc ['dict_items'] []
# expect: ValuesView collections.abc ['dict_values'] []
# expect: Sequence collections.abc ['str', 'bytes', 'list', 'tuple', 'range', 'memoryview', 'bytearray'] ['__getitem__', '__len__']
# expect: MutableSequence collections.abc ['list', 'bytearray'] ['__delitem__', '__getitem__', '__len__', '__setitem__', 'insert']
# expect: ByteString collections.abc ['bytes', 'bytearray'] ['__getitem__', '__len__']
# expect: Buffer collections.abc ['bytes', 'memoryview', 'bytearray'] ['__buffer__']


class S(c.Sequence):

    def __init__(self, x):
        self.x = x

    def __getitem__(self, i):
        return self.x[i]

    def __len__(self):
        return len(self.x)


s = S([1, 2, 3])
print(list(s), 2 in s, list(reversed(s)))  # expect: [1, 2, 3] True [3, 2, 1]
print(s.index(2), s.count(3), s.index(3, 1))  # expect: 1 1 2
show(s.index, 9)
# expect: ValueError
show(c.Sequence)
# expect: TypeError Can't instantiate abstract class Sequence without an implementation for abstract methods '__getitem__', '__len__'


class M(c.MutableMapping):

    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = M()
m['a'] = 1
m.update(b=2)
m.update({'c': 3})
m.update([('d', 4)])
print(dict(m), list(m.keys()), list(m.items()))  # expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4} ['a', 'b', 'c', 'd'] [('a', 1), ('b', 2), ('c', 3), ('d', 4)]
print(list(m.values()), m.get('z'), m.pop('a'))  # expect: [1, 2, 3, 4] None 1
print(m.setdefault('q', 5), 'b' in m, m == {'b': 2, 'c': 3, 'd': 4, 'q': 5})  # expect: 5 True True
show(m.pop, 'zz')
# expect: KeyError 'zz'
m.clear()
print(len(m))  # expect: 0
show(m.popitem)
# expect: KeyError


class MS(c.MutableSet):

    def __init__(self, i=()):
        self.s = set(i)

    def __contains__(self, x):
        return x in self.s

    def __iter__(self):
        return iter(self.s)

    def __len__(self):
        return len(self.s)

    def add(self, x):
        self.s.add(x)

    def discard(self, x):
        self.s.discard(x)

    def __repr__(self):
        return 'MS' + repr(sorted(self.s))


a = MS([1, 2, 3])
b = MS([2, 3, 4])
print(a & b, a | b, a - b)  # expect: MS[2, 3] MS[1, 2, 3, 4] MS[1]
print(a ^ b, a <= b, a == {1, 2, 3})  # expect: MS[1, 4] False True
print(a.isdisjoint([9]), {1, 9} - a, a & [1])  # expect: True MS[9] MS[1]
a |= {7}
a -= {1}
a &= {2, 7}
a ^= {7, 8}
print(a, a._hash() == hash(frozenset({2, 8})))  # expect: MS[2, 8] True
a.remove(2)
show(a.remove, 2)
# expect: KeyError 2
print(a.pop())  # expect: 8
show(a.pop)
# expect: KeyError


class ML(c.MutableSequence):

    def __init__(self, *x):
        self.l = list(x)

    def __getitem__(self, i):
        return self.l[i]

    def __setitem__(self, i, v):
        self.l[i] = v

    def __delitem__(self, i):
        del self.l[i]

    def __len__(self):
        return len(self.l)

    def insert(self, i, v):
        self.l.insert(i, v)


x = ML(1, 2)
x.append(3)
x.extend([4, 5])
x += [6]
x.reverse()
print(x.l, x.pop(), x.pop(0))  # expect: [5, 4, 3, 2] 1 6
x.remove(3)
print(x.l)  # expect: [5, 4, 2]
x.extend(x)
print(x.l)  # expect: [5, 4, 2, 5, 4, 2]
x.clear()
print(x.l)  # expect: []
show(x.pop)
# expect: IndexError list index out of range


class I(c.Iterator):

    def __next__(self):
        raise StopIteration


print(list(I()), isinstance(I(), c.Iterable), c.Callable[[int, str], bool])  # expect: [] True collections.abc.Callable[[int, str], bool]
print(c.Callable[..., int], c.Iterable[int], c.Callable[[int], str].__args__)  # expect: collections.abc.Callable[..., int] collections.abc.Iterable[int] (<class 'int'>, <class 'str'>)
print(c.Mapping[str, int])  # expect: collections.abc.Mapping[str, int]


class G(c.Generator):

    def send(self, v):
        return 5

    def throw(self, t, v=None, tb=None):
        raise t


g = G()
print(next(g))  # expect: 5
g.close()
print(isinstance(g, c.Iterator))  # expect: True


class NoHash:
    __hash__ = None


print(isinstance(NoHash(), c.Hashable), isinstance([], c.Hashable), isinstance((), c.Hashable))  # expect: False False True
print(isinstance(len, c.Callable), isinstance(b'', c.Buffer))  # expect: True True


class P(ABC):

    @abstractmethod
    def f(self):
        return 'base'


class R(P):

    def f(self):
        return super().f() + '!'


print(R().f(), abc.get_cache_token() >= 0)  # expect: base! True


def g(self):
    pass


class Z(ABC):

    @abstractmethod
    def f(self):
        pass


Z.f = g
show(Z)
# expect: TypeError Can't instantiate abstract class Z without an implementation for abstract method 'f'
print(abc.update_abstractmethods(Z)().f())  # expect: None
