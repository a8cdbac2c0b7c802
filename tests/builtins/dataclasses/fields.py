from dataclasses import *
from typing import ClassVar, Any
import dataclasses, copy


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


@dataclass
class P:
    x: int
    y: int = 0
    z: list = field(default_factory=list)


p = P(1)
print(p, p == P(1), p != P(2))  # expect: P(x=1, y=0, z=[]) True True
print(P(1, 2, [3]), P(x=5), P.__match_args__)  # expect: P(x=1, y=2, z=[3]) P(x=5, y=0, z=[]) ('x', 'y', 'z')
print(fields(P)[0].name, p.z is not P(1).z, is_dataclass(P))  # expect: x True True
print(is_dataclass(p), is_dataclass(3), P.__doc__)  # expect: True False P(x: int, y: int = 0, z: list = <factory>)
print(P.__annotations__)  # expect: {'x': <class 'int'>, 'y': <class 'int'>, 'z': <class 'list'>}
show(P)
# expect: TypeError P.__init__() missing 1 required positional argument: 'x'
show(P, 1, 2, 3, 4)
# expect: TypeError P.__init__() takes from 2 to 4 positional arguments but 5 were given
show(P, q=1)
# expect: TypeError P.__init__() got an unexpected keyword argument 'q'
show(hash, p)
# expect: TypeError unhashable type: 'P'
show(lambda: p < p)
# expect: TypeError '<' not supported between instances of 'P' and 'P'


@dataclass(order=True, frozen=True)
class F:
    a: int
    b: str = 'b'


f = F(1)
print(f, hash(f) == hash(F(1)), f < F(2))  # expect: F(a=1, b='b') True True
print(sorted([F(3), F(1)]), f <= f, f > F(0))  # expect: [F(a=1, b='b'), F(a=3, b='b')] True True
print({f: 1})  # expect: {F(a=1, b='b'): 1}
show(setattr, f, 'a', 2)
# expect: FrozenInstanceError cannot assign to field 'a'
show(delattr, f, 'a')
# expect: FrozenInstanceError cannot delete field 'a'
show(setattr, f, 'q', 2)
# expect: FrozenInstanceError cannot assign to field 'q'
show(lambda: f < 3)
# expect: TypeError '<' not supported between instances of 'F' and 'int'
print(replace(f, b='z'), copy.replace(f, a=9), copy.copy(f))  # expect: F(a=1, b='z') F(a=9, b='b') F(a=1, b='b')
print(copy.deepcopy(f))  # expect: F(a=1, b='b')
show(replace, f, q=1)
# expect: TypeError F.__init__() got an unexpected keyword argument 'q'
try:

    @dataclass
    class Bad:
        x: int = 0
        y: int
except TypeError as e:
    print(e)  # expect: non-default argument 'y' follows default argument 'x'
try:

    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)  # expect: mutable default <class 'list'> for field x is not allowed: use default_factory


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    a: int = 1


print(Derived(), Derived(5, 6, 7), [f.name for f in fields(Derived)])  # expect: Derived(a=1, b=2, c=3) Derived(a=5, b=6, c=7) ['a', 'b', 'c']


@dataclass
class PI:
    a: int
    b: InitVar[int] = 5
    c: int = field(init=False)
    k: ClassVar[int] = 7

    def __post_init__(self, b):
        self.c = self.a + b


print(PI(1), PI(1, 2), PI.k)  # expect: PI(a=1, c=6) PI(a=1, c=3) 7
print([f.name for f in fields(PI)])  # expect: ['a', 'c']


@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2


print(K(a=1))  # expect: K(a=1, b=2)
show(K, 1)
# expect: TypeError K.__init__() takes 1 positional argument but 2 were given


@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 2


print(K2(1, b=3), K2.__match_args__)  # expect: K2(a=1, b=3) ('a',)
show(K2, 1, 2)
# expect: TypeError K2.__init__() takes 2 positional arguments but 3 were given


@dataclass(slots=True)
class S:
    a: int
    b: int = 5

    def m(self):
        return __class__ is S

    def sup(self):
        return super().__repr__()[:3]


s = S(1)
print(s, S.__slots__, s.m())  # expect: S(a=1, b=5) ('a', 'b') False
print(hasattr(s, '__dict__'))  # expect: False
show(setattr, s, 'q', 1)
# expect: AttributeError 'S' object has no attribute 'q' and no __dict__ for setting new attributes


@dataclass(repr=False, eq=False)
class NR:
    a: int


print('NR object' in repr(NR(1)), NR(1) == NR(1))  # expect: True False


@dataclass(unsafe_hash=True)
class UH:
    a: int
    b: list = field(hash=False, default_factory=list)


print(hash(UH(1)) == hash(UH(1)))  # expect: True


@dataclass
class Tree:
    v: int
    kids: list = field(default_factory=list, repr=False)
    other: dict = field(default_factory=dict, compare=False)


tr = Tree(1, [Tree(2)], {'a': Tree(3)})
print(asdict(tr), astuple(tr), tr)  # expect: {'v': 1, 'kids': [{'v': 2, 'kids': [], 'other': {}}], 'other': {'a': {'v': 3, 'kids': [], 'other': {}}}} (1, [(2, [], {})], {'a': (3, [], {})}) Tree(v=1, other={'a': Tree(v=3, other={})})
print(asdict(tr, dict_factory=lambda x: sorted(x)))  # expect: [('kids', [[('kids', []), ('other', {}), ('v', 2)]]), ('other', {'a': [('kids', []), ('other', {}), ('v', 3)]}), ('v', 1)]


@dataclass
class Rec:
    me: Any = None


r = Rec()
r.me = r
print(r)  # expect: Rec(me=...)
print(make_dataclass('M', ['a', ('b', int), ('c', int, field(default=3))])(1, 2), make_dataclass('N', [('x', int)], bases=(Base,), namespace={'f': lambda self: self.x}, frozen=False).__mro__[1] if 0 else '')  # expect: M(a=1, b=2, c=3)
show(fields, 3)
# expect: TypeError must be called with a dataclass type or instance
show(asdict, 3)
# expect: TypeError asdict() should be called on dataclass instances
show(lambda: field(default=1, default_factory=int))
# expect: ValueError cannot specify both default and default_factory


@dataclass
class O:
    x: int

    def __repr__(self):
        return 'custom'

    def __eq__(self, o):
        return True


print(O(1), O(1) == 5)  # expect: custom True
match P(1, 2):
    case P(x=1, y=yy):
        print(yy)  # expect: 2
match P(1, 2):
    case P(a, b):
        print(a, b)  # expect: 1 2


@dataclass
class W:
    self: int
    cls: int = 1


print(W(3))  # expect: W(self=3, cls=1)


class FrozenBase:
    pass


try:

    @dataclass
    class NF(F):
        c: int = 1
except TypeError as e:
    print(e)  # expect: cannot inherit non-frozen dataclass from a frozen one


@dataclass(frozen=True)
class FF(F):
    c: int = 1


print(FF(1, 2, 3), hash(FF(1)) == hash(FF(1)))  # expect: FF(a=1, b=2, c=3) True


@dataclass
class Dflt:
    a: 'int' = 1
    b: 'ClassVar[int]' = 2


print(Dflt(), [f.name for f in fields(Dflt)], Dflt.a)  # expect: Dflt(a=1) ['a'] 1


@dataclass(match_args=False)
class NM:
    a: int


print(hasattr(NM, '__match_args__'))  # expect: False
import inspect
print(P.__dataclass_params__, repr(MISSING)[:20], P.__init__.__annotations__)  # expect: _DataclassParams(init=True,repr=True,eq=True,order=False,unsafe_hash=False,frozen=False,match_args=True,kw_only=False,slots=False,weakref_slot=False) <dataclasses._MISSIN {'x': <class 'int'>, 'y': <class 'int'>, 'z': <class 'list'>, 'return': None}
print(P.__eq__.__qualname__, P.__init__.__qualname__)  # expect: P.__eq__ P.__init__


@dataclass
class Gen[T]:
    x: T


print(Gen(1), Gen[int](2))  # expect: Gen(x=1) Gen(x=2)
from enum import Enum


@dataclass
class Cr:
    p: int
    q: str


class E(Cr, Enum):
    A = (1, 'a')
    B = (2, 'b')


print(E.A, E.A.p, E.B.q)  # expect: E.A 1 b
print(repr(E.A))  # expect: <E.A: p=1, q='a'>


@dataclass(eq=True)
class Meta:
    a: int = field(metadata={'unit': 'm'})


print(fields(Meta)[0].metadata['unit'], fields(Meta)[0].type)  # expect: m <class 'int'>


class Prop:
    pass


@dataclass(order=True)
class Or:
    a: int
    b: str = field(compare=False)


print(Or(1, 'z') < Or(2, 'a'), Or(1, 'x') == Or(1, 'y'))  # expect: True True
