# Classes as values, auto() inside tuples, enumerations made of a module's constants.
import sys
from collections import namedtuple
from enum import Enum, Flag, IntEnum, auto, nonmember


class Types(Enum):
    INT = int
    FLOAT = float

    class Inner:
        pass

    @nonmember
    class Helper:
        pass


print(list(Types), Types.INT.value is int, Types(float), Types.Helper)  # expect: [<Types.INT: <class 'int'>>, <Types.FLOAT: <class 'float'>>] True Types.FLOAT <class '__main__.Types.Helper'>

Pair = namedtuple('Pair', 'number text')


class Numbered(Enum):
    ONE = auto(), 'one'
    TWO = Pair(auto(), 'two')
    BOTH = auto(), auto()
    NEXT = auto()


print([member.value for member in Numbered])  # expect: [(1, 'one'), Pair(number=2, text='two'), (3, 4), 5]


def attempt(body):
    try:
        exec(body, {'Enum': Enum, 'Flag': Flag, 'auto': auto})
    except TypeError as error:
        print(error)


attempt('class A(Enum):\n  RED = "red"\n  BLUE = auto()')
# expect: unable to increment 'red'
attempt('class A(Enum):\n  RED = "red"\n  BLUE = 1\n  GREEN = auto()')
# expect: unable to sort non-numeric values
attempt('class A(Enum):\n  _order_ = "RED BLUE GREEN"\n  RED = 1\n  BLUE = 2')
# expect: member order does not match _order_:
# expect:   ['RED', 'BLUE']
# expect:   ['RED', 'BLUE', 'GREEN']
attempt('class A(Enum):\n  _order_ = "RED ALSO BLUE"\n  RED = 1\n  ALSO = 1\n  BLUE = 2\nprint(list(A))')
# expect: [<A.RED: 1>, <A.BLUE: 2>]

CODE_B, CODE_A, OTHER = 2, 1, 3
IntEnum._convert_('Code', __name__, lambda name: name.startswith('CODE_'))
print(list(Code), CODE_A is Code.CODE_A, type(OTHER).__name__)  # expect: [<Code.CODE_A: 1>, <Code.CODE_B: 2>] True int
