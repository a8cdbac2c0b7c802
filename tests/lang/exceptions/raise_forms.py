def attempt(action):
    try:
        action()
    except BaseException as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


def a(): raise ValueError
def b(): raise ValueError('x', 2)
def c(): raise ValueError('x') from KeyError('cause')
def d(): raise ValueError('x') from None
def e(): raise 'string'
def f(): raise int
def g(): raise
def h(): raise ValueError from 'text'
def i(): raise ValueError from KeyError
def j(): raise None


for action in (a, b, c, d, e, f, g, h, i, j):
    attempt(action)
# expect: ValueError() None None False
# expect: ValueError('x', 2) None None False
# expect: ValueError('x') KeyError('cause') None True
# expect: ValueError('x') None None True
# expect: TypeError('exceptions must derive from BaseException') None None False
# expect: TypeError('exceptions must derive from BaseException') None None False
# expect: RuntimeError('No active exception to reraise') None None False
# expect: TypeError('exception causes must derive from BaseException') None None False
# expect: ValueError() KeyError() None True
# expect: TypeError('exceptions must derive from BaseException') None None False


def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        raise


attempt(reraise)
# expect: ZeroDivisionError('division by zero') None None False


def outside():
    raise


try:
    1 / 0
except ZeroDivisionError:
    attempt(outside)
# expect: ZeroDivisionError('division by zero') None None False


class Weird(Exception):
    def __new__(cls, *a): return 5


def k(): raise Weird


attempt(k)
# expect: TypeError("calling <class '__main__.Weird'> should have returned an instance of BaseException, not <class 'int'>") None None False
