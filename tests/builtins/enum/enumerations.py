from enum import *
import enum, copy


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


print(Color.RED, repr(Color.RED), Color.RED.name)  # expect: Color.RED <Color.RED: 1> RED
print(Color.RED.value, Color(1), Color['RED'])  # expect: 1 Color.RED Color.RED
print(list(Color), len(Color), Color.CRIMSON is Color.RED)  # expect: [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 True
print(Color.__members__, 1 in Color, Color.RED in Color)  # expect: {'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'BLUE': <Color.BLUE: 3>, 'CRIMSON': <Color.RED: 1>} True True
print(9 in Color, Color, type(Color.RED))  # expect: False <enum 'Color'> <enum 'Color'>
print(isinstance(Color.RED, Color))  # expect: True
show(Color, 9)
# expect: ValueError 9 is not a valid Color
show(lambda: Color['X'])
# expect: KeyError 'X'
show(setattr, Color, 'RED', 5)
# expect: AttributeError cannot reassign member 'RED'
show(delattr, Color, 'RED')
# expect: AttributeError 'Color' cannot delete member 'RED'.
show(lambda: Color.RED < Color.GREEN)
# expect: TypeError '<' not supported between instances of 'Color' and 'Color'
show(setattr, Color.RED, 'value', 3)
# expect: AttributeError <enum 'Enum'> cannot set attribute 'value'
show(setattr, Color.RED, 'name', 3)
# expect: AttributeError <enum 'Enum'> cannot set attribute 'name'
print(Color.RED == Color.RED, Color.RED != Color.GREEN, Color.RED == 1)  # expect: True True False
print(hash(Color.RED) == hash('RED'), {Color.RED: 1}, f'{Color.RED}')  # expect: True {<Color.RED: 1>: 1} Color.RED
print(f'{Color.RED:>12}', '%s' % Color.RED, copy.deepcopy(Color.RED) is Color.RED)  # expect:    Color.RED Color.RED True
print(list(reversed(Color)), bool(Color.RED))  # expect: [<Color.BLUE: 3>, <Color.GREEN: 2>, <Color.RED: 1>] True


class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()


print([(m.name, m.value) for m in A])  # expect: [('X', 1), ('Y', 2), ('Z', 10), ('W', 11)]


class Planet(Enum):
    EARTH = (1, 2)
    MARS = (3, 4)

    def __init__(self, m, r):
        self.m, self.r = (m, r)

    @property
    def sum(self):
        return self.m + self.r

    @classmethod
    def biggest(cls):
        return max(cls, key=lambda p: p.sum)

    @staticmethod
    def st():
        return 's'


print(Planet.EARTH.sum, Planet.biggest(), Planet.MARS.value)  # expect: 3 Planet.MARS (3, 4)
print(Planet((1, 2)), Planet.st(), Planet.EARTH.m)  # expect: Planet.EARTH s 1


class I(IntEnum):
    A = 1
    B = 2


print(I.A, repr(I.A), I.A + 1)  # expect: 1 <I.A: 1> 2
print(I.A < I.B, I.A == 1, [10, 20, 30][I.A])  # expect: True True 20
print(f'{I.A}', f'{I.A:03}', '%d' % I.A)  # expect: 1 001 1
print(isinstance(I.A, int), int(I.B), I(2))  # expect: True 2 2
print(sorted([I.B, I.A]), str(I.A), I.A.real)  # expect: [<I.A: 1>, <I.B: 2>] 1 1
print(max(I), {1: 'x'}[I.A], sum(I))  # expect: 2 x 3
print(I.A | 4)  # expect: 5


class S(StrEnum):
    A = auto()
    B = 'bee'


print(S.A, repr(S.A), S.A.value)  # expect: a <S.A: 'a'> a
print(S.B == 'bee', S.B.upper(), f'{S.B}')  # expect: True BEE bee
print('a' + S.A, S('bee'), isinstance(S.A, str))  # expect: aa bee True
show(lambda: type('x', (), {})) if 0 else None
try:

    class Bad(StrEnum):
        X = 3
except Exception as e:
    print(type(e).__name__, e)  # expect: TypeError 3 is not a string


class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(F.R, F.R | F.W, repr(F.R | F.X))  # expect: F.R F.RW <F.R|X: 5>
print(repr(F.RW), F.RW is F.R | F.W, F.R & F.W)  # expect: <F.RW: 3> True F(0)
print(repr(F.R & F.W), ~F.R, repr(~F.R))  # expect: <F: 0> F.W|X <F.W|X: 6>
print(F.R in F.RW, F.X in F.RW, list(F.RW))  # expect: True False [<F.R: 1>, <F.W: 2>]
print(list(F), len(F.RW), bool(F.R & F.W))  # expect: [<F.R: 1>, <F.W: 2>, <F.X: 4>] 2 False
print(F(3), F(0), (F.R | F.X).value)  # expect: F.RW F(0) 5
print((F.R | F.X).name, F.R ^ F.RW, F)  # expect: R|X F.W <flag 'F'>
print([f.value for f in F], F.__members__, F.R < F.W if 0 else '')  # expect: [1, 2, 4] {'R': <F.R: 1>, 'W': <F.W: 2>, 'X': <F.X: 4>, 'RW': <F.RW: 3>}
show(F, 8)
# expect: ValueError <flag 'F'> invalid value 8
# expect:     given 0b0 1000
# expect:   allowed 0b0 0111
show(F, 'x')
# expect: ValueError 'x' is not a valid F
show(lambda: F.R | 1)
# expect: TypeError unsupported operand type(s) for |: 'F' and 'int'
show(lambda: 1 in F.R)
# expect: TypeError unsupported operand type(s) for 'in': 'int' and 'F'
show(lambda: F.R + 1)
# expect: TypeError unsupported operand type(s) for +: 'F' and 'int'
print(F(7), repr(F(7)), F(-1))  # expect: F.R|W|X <F.R|W|X: 7> F.R|W|X
print(repr(~F.RW), {F.R | F.W: 1}[F.RW], hash(F.RW) == hash(F(3)))  # expect: <F.X: 4> 1 True
print(F.RW == F(3), F['RW'])  # expect: True F.RW


class IF(IntFlag):
    A = 1
    B = 2
    C = 4


print(IF.A | IF.B, repr(IF.A | IF.B), IF.A | 8)  # expect: 3 <IF.A|B: 3> 9
print(repr(IF.A | 8), IF(16), repr(IF(16)))  # expect: <IF.A|8: 9> 16 <IF: 16>
print(IF.A + 1, ~IF.A, repr(~IF.A))  # expect: 2 6 <IF.B|C: 6>
print(IF.A & 3, 2 | IF.A, repr(2 | IF.A))  # expect: 1 3 <IF.A|B: 3>
print(isinstance(IF.A | IF.B, int), IF(0), repr(IF(0)))  # expect: True 0 <IF: 0>
print(f'{IF.A}', int(IF.A | IF.C), list(IF(5)))  # expect: 1 5 [<IF.A: 1>, <IF.C: 4>]
print(IF.A == 1, IF(-1), repr(IF(-2)))  # expect: True 7 <IF.B|C: 6>
print(IF.A in IF(3), IF.A ^ 3)  # expect: True 2


class C2(Flag, boundary=CONFORM):
    A = 1
    B = 2


print(C2(5), C2(8))  # expect: C2.A C2(0)


class E2(Flag, boundary=EJECT):
    A = 1


print(E2(5), type(E2(5)))  # expect: 5 <class 'int'>


class K2(Flag, boundary=KEEP):
    A = 1


print(K2(5), repr(K2(5)), K2(8))  # expect: K2.A|4 <K2.A|4: 5> K2(8)
show(unique, Color)
# expect: ValueError duplicate values found in <enum 'Color'>: CRIMSON -> RED


@unique
class U(Enum):
    A = 1
    B = 2


print(U)  # expect: <enum 'U'>
Animal = Enum('Animal', 'ANT BEE CAT')
print(list(Animal), Animal.ANT, Animal.__module__)  # expect: [<Animal.ANT: 1>, <Animal.BEE: 2>, <Animal.CAT: 3>] Animal.ANT __main__
print(list(Enum('N', ['a', 'b'], start=5)), list(Enum('M', {'x': 1, 'y': 2})), list(Enum('M', [('x', 7)])))  # expect: [<N.a: 5>, <N.b: 6>] [<M.x: 1>, <M.y: 2>] [<M.x: 7>]
print(list(IntEnum('Q', 'a b')), list(Flag('FF', 'a b c')))  # expect: [<Q.a: 1>, <Q.b: 2>] [<FF.a: 1>, <FF.b: 2>, <FF.c: 4>]


class M(Enum):
    A = 1

    @classmethod
    def _missing_(cls, v):
        return cls.A if v == 'a' else None


print(M('a'))  # expect: M.A
show(M, 'b')
# expect: ValueError 'b' is not a valid M


class N(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower()
    FOO = auto()
    BAR = auto()


print([m.value for m in N])  # expect: ['foo', 'bar']
try:

    class Ext(Color):
        X = 5
except TypeError as e:
    print(e)  # expect: <enum 'Ext'> cannot extend <enum 'Color'>
try:

    class Dup(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)  # expect: 'A' already defined as 1


class Meth(Enum):
    A = 1

    def hello(self):
        return f'hello {self.name}'

    def __str__(self):
        return 'str!'
    __repr__ = lambda self: 'repr!'


print(Meth.A.hello(), Meth.A, repr(Meth.A))  # expect: hello A str! repr!
print(f'{Meth.A}', [Meth.A])  # expect: str! [repr!]


class Base(Enum):

    def f(self):
        return self.value * 2


class Der(Base):
    X = 4


print(Der.X.f(), Der.X, issubclass(Der, Base))  # expect: 8 Der.X True


class Mix(str, Enum):
    A = 'a'
    B = 'b'


print(Mix.A, repr(Mix.A), Mix.A == 'a')  # expect: Mix.A <Mix.A: 'a'> True
print(f'{Mix.A}', Mix('b'), Mix.A.upper())  # expect: Mix.A Mix.B A
print(str(Mix.A), isinstance(Mix.A, str))  # expect: Mix.A True


class FM(float, Enum):
    PI = 3.5


print(FM.PI, repr(FM.PI), FM.PI + 1)  # expect: FM.PI <FM.PI: 3.5> 4.5
print(FM(3.5))  # expect: FM.PI


class Tup(tuple, Enum):
    A = (1, 2)


print(Tup.A, repr(Tup.A), Tup.A[0])  # expect: Tup.A <Tup.A: (1, 2)> 1
print(len(Tup.A))  # expect: 2


class Val(Enum):

    def __new__(cls, v, label):
        o = object.__new__(cls)
        o._value_ = v
        o.label = label
        return o
    A = (1, 'one')
    B = (2, 'two')


print(Val.A, Val(1), Val.B.label)  # expect: Val.A Val.A two
print(repr(Val.B))  # expect: <Val.B: 2>


class LI(Enum):
    A = [1]
    B = {'x': 1}


print(LI.A, LI([1]), LI({'x': 1}))  # expect: LI.A LI.A LI.B
print(repr(LI.A))  # expect: <LI.A: [1]>
show(LI, [2])
# expect: ValueError [2] is not a valid LI


class Ign(Enum):
    _ignore_ = ['tmp']
    tmp = 5
    A = 1


print(list(Ign), hasattr(Ign, 'tmp'))  # expect: [<Ign.A: 1>] False


class Nm(Enum):
    A = 1
    b = nonmember(5)
    c = member(6)


print(list(Nm), Nm.b, Nm.c)  # expect: [<Nm.A: 1>, <Nm.c: 6>] 5 Nm.c


class Inner(Enum):
    A = 1

    class Sub:
        pass


print(list(Inner), dir(Color)[-4:], [x for x in dir(Color.RED) if not x.startswith('_')])  # expect: [<Inner.A: 1>] ['__members__', '__module__', '__name__', '__qualname__'] ['name', 'value']
match Color.RED:
    case Color.GREEN:
        print('g')
    case Color.RED:
        print('r')  # expect: r


class Ord(Enum):
    A = 1
    B = 2

    def __lt__(self, o):
        return self.value < o.value


print(sorted([Ord.B, Ord.A]), min(Ord))  # expect: [<Ord.A: 1>, <Ord.B: 2>] Ord.A


class Private(Enum):
    __p = 3
    A = 1


print(list(Private), Private._Private__p)  # expect: [<Private.A: 1>] 3


class Doc(Enum):
    """docs"""
    A = 1


print(Doc.__doc__, Doc.A.__doc__)  # expect: docs docs
print(Color.RED.__class__, Color.__name__, Color.__qualname__)  # expect: <enum 'Color'> Color Color
print(Color.__module__)  # expect: __main__
show(lambda: Color.RED.RED)
# expect: Color.RED
show(lambda: Color.nope)
# expect: AttributeError type object 'Color' has no attribute 'nope'
show(lambda: Color.RED.nope)
# expect: AttributeError 'Color' object has no attribute 'nope'
show(lambda: Enum())
# expect: TypeError EnumType.__call__() missing 1 required positional argument: 'value'
show(Color)
# expect: TypeError EnumType.__call__() missing 1 required positional argument: 'value'
show(lambda: Color())
# expect: TypeError EnumType.__call__() missing 1 required positional argument: 'value'


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7


print(Perm.R | Perm.W, repr(Perm.RWX), Perm.RWX & ~Perm.R)  # expect: 6 <Perm.RWX: 7> 3
print(list(Perm), Perm(0), Perm.R | Perm.W | Perm.X)  # expect: [<Perm.R: 4>, <Perm.W: 2>, <Perm.X: 1>] 0 7
print(str(Perm.R), format(Perm.R, '#x'), len(Perm.RWX))  # expect: 4 0x4 3
print([*Perm.RWX])  # expect: [<Perm.R: 4>, <Perm.W: 2>, <Perm.X: 1>]


@verify(UNIQUE, CONTINUOUS)
class Ver(Enum):
    A = 1
    B = 2


try:

    @verify(CONTINUOUS)
    class Ver2(Enum):
        A = 1
        B = 4
except ValueError as e:
    print(e)  # expect: invalid enum 'Ver2': missing values 2, 3


class DC(Enum):
    A = 1

    @enum.property
    def name(self):
        return 'custom'


print(DC.A.name, DC.A._name_)  # expect: custom A
print(Color.__dict__.keys() >= {'RED', '__module__'}, [m for m in Color.__members__.items()], FlagBoundary.STRICT)  # expect: True [('RED', <Color.RED: 1>), ('GREEN', <Color.GREEN: 2>), ('BLUE', <Color.BLUE: 3>), ('CRIMSON', <Color.RED: 1>)] strict
print(repr(STRICT), list(EnumCheck))  # expect: <FlagBoundary.STRICT: 'strict'> [<EnumCheck.CONTINUOUS: 'no skipped integer values'>, <EnumCheck.NAMED_FLAGS: 'multi-flag aliases may not contain unnamed flags'>, <EnumCheck.UNIQUE: 'one name per value'>]


class Hx(IntEnum):
    A = 16

    def __repr__(self):
        return hex(self)


print(repr(Hx.A), Hx.A, vars(Hx.A))  # expect: 0x10 16 {'_value_': 16, '_name_': 'A', '__objclass__': <enum 'Hx'>, '_sort_order_': 0}
import json
print(json.dumps([I.A, S.A]))  # expect: [1, "a"]
