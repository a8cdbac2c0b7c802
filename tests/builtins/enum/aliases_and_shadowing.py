# Names and values that members get later; attributes of bases that members share a name with; which names become members.
import enum
import inspect


class E(enum.Enum):
    A = 1
    L = []


E.A._add_alias_('Z')
print(E.Z, list(E), list(E.__members__))  # expect: E.A [<E.A: 1>, <E.L: []>] ['A', 'L', 'Z']
for name, add in ('name of another', lambda: E.L._add_alias_('A')), ('value of another', lambda: E.L._add_value_alias_(1)):
    try:
        add()
    except Exception as error:
        print(name, repr(error))
# expect: name of another NameError("'A' is already bound: <E.A: 1>")
# expect: value of another ValueError('1 is already bound: <E.A: 1>')
E.L._add_value_alias_(7)
E.L._add_value_alias_([7])
print(E(7), E([7]), E([]), 7 in E, [7] in E, [8] in E)  # expect: E.L E.L E.L True True False


class Named:
    @property
    def ORG(self):
        return 'of ' + self.name


class Color(Named, enum.Enum):
    RED = 1
    ORG = 2


print(Color.ORG.ORG, Color.RED.ORG, repr(Color.ORG))  # expect: of ORG of RED <Color.ORG: 2>


class Number(int, enum.Enum):
    one = 1
    numerator = 5


class Word(enum.StrEnum):
    title = 'the word'
    upper = 'x'


print(repr(Number.numerator), Number.one.numerator, Number.numerator.numerator, Word.title.title(), Word.upper.upper())  # expect: <Number.numerator: 5> 1 5 The Word X


class _Private(enum.Enum):
    __mangled = 1
    Y = 2


class Private(enum.Enum):
    __mangled = 1
    Y = 2


print(list(_Private), list(Private), Private._Private__mangled)  # expect: [<_Private._Private__mangled: 1>, <_Private.Y: 2>] [<Private.Y: 2>] 1


class Announced(enum.Enum):
    def __init_subclass__(cls, **kwds):
        print(cls, list(cls), kwds)


class Child(Announced, word='w'):
    X = 1
# expect: <enum 'Child'> [<Child.X: 1>] {'word': 'w'}


class Broken(enum.Enum):
    def __new__(cls, value):
        return super().__new__(cls, value)


try:
    class Worse(Broken):
        A = 1
except TypeError as error:
    print(error, getattr(error, '__notes__', None))  # expect: do not use `super().__new__; call the appropriate __new__ directly None


class Kept(enum.Flag, boundary=enum.KEEP):
    A = 2
    B = 8
    C = 11


print(Kept._flag_mask_, Kept._all_bits_, Kept._singles_mask_, repr(Kept(5)), repr(Kept(16)), repr(~Kept.A), list(Kept(31)), len(Kept(31)))  # expect: 11 15 10 <Kept: 5> <Kept: 16> <Kept.B|5: 13> [None, <Kept.A: 2>, <Kept.B: 8>] 5


class Odd(enum.Flag):
    A = 1
    NONE = None


for combine in (lambda: Odd.A & Odd.NONE, lambda: Odd.A ^ Odd.NONE, lambda: Odd.NONE | Odd.A, lambda: ~Odd.NONE):
    try:
        combine()
    except TypeError as error:
        print(error)
# expect: 'Odd.NONE' cannot be combined with other flags with &
# expect: 'Odd.NONE' cannot be combined with other flags with ^
# expect: 'Odd.NONE' cannot be combined with other flags with |
# expect: 'Odd.NONE' cannot be inverted
print(enum.bin(10), enum.bin(-10), enum.bin(10, 8), enum.show_flag_values(10))  # expect: 0b0 1010 0b1 0110 0b0 00001010 [2, 8]
try:
    enum.show_flag_values(-8)
except ValueError as error:
    print(error)  # expect: -8 is not a positive integer
print(inspect.signature(E), inspect.signature(enum.Enum), E._value_repr_, Number._value_repr_ is int.__repr__)  # expect: (*values) (new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None) None True
print(E.A._value_repr_, enum.auto(), enum.auto(3), sorted(vars(E)) == sorted(dict.fromkeys(vars(E))))  # expect: None auto(_auto_null) auto(3) True
