class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


class Sub(Point): pass


def f(v):
    match v:
        case Point(0, 0):
            return 'origin'
        case Point(0, y):
            return f'on y at {y}'
        case Point(x=x, y=0):
            return f'on x at {x}'
        case Sub(a, b):
            return f'sub {a} {b}'
        case Point():
            return 'a point'
        case int(n) if n > 100:
            return f'big {n}'
        case int() | float():
            return 'number'
        case str(s):
            return f'text {s}'
        case list([a, b]):
            return f'list of {a}, {b}'
        case dict():
            return 'dict'
        case type():
            return 'a class'
        case object(missing=1):
            return 'never'
        case _:
            return 'other'


for v in (Point(0, 0), Point(0, 5), Point(5, 0), Sub(1, 2), Point(1, 2), 500, 5, 2.5, True, 'abc', [1, 2], [1], {}, int, None):
    print(f(v))
# expect: origin
# expect: on y at 5
# expect: on x at 5
# expect: sub 1 2
# expect: a point
# expect: big 500
# expect: number
# expect: number
# expect: number
# expect: text abc
# expect: list of 1, 2
# expect: other
# expect: dict
# expect: a class
# expect: other


class NoArgs: pass


class BadArgs:
    __match_args__ = ['x']


class TwiceArgs:
    __match_args__ = ('x', 'y')
    x = y = 1


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


def a():
    match NoArgs():
        case NoArgs(1): pass
def b():
    match BadArgs():
        case BadArgs(1): pass
def c():
    match TwiceArgs():
        case TwiceArgs(1, x=1): pass
def d():
    match Point(1, 2):
        case Point(1, 2, 3): pass
def e():
    five = 5
    match 1:
        case five(): pass
def g():
    match 5:
        case int(1, 2): pass


for action in (a, b, c, d, e, g):
    attempt(action)
# expect: NoArgs() accepts 0 positional sub-patterns (1 given)
# expect: BadArgs.__match_args__ must be a tuple (got list)
# expect: TwiceArgs() got multiple sub-patterns for attribute 'x'
# expect: Point() accepts 2 positional sub-patterns (3 given)
# expect: called match pattern must be a class
# expect: int() accepts 1 positional sub-pattern (2 given)
