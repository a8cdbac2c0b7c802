def g():
    try:
        yield 1
    except ValueError:
        yield 2
        raise KeyError('second')


x = g()
next(x)
print(x.throw(ValueError('first')))  # expect: 2
try:
    next(x)
except KeyError as error:
    print(repr(error), repr(error.__context__))  # expect: KeyError('second') ValueError('first')


def h():
    yield 1
    raise TypeError('from generator')


try:
    1 / 0
except ZeroDivisionError:
    y = h()
    next(y)
    try:
        next(y)
    except TypeError as error:
        print(repr(error.__context__))  # expect: ZeroDivisionError('division by zero')
import sys


def k():
    print(sys.exception())
    yield
    print(sys.exception())
    yield


z = k()
try:
    raise ValueError('active')
except ValueError:
    next(z)
# expect: active
next(z)
# expect: None
