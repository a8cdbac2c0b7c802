try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('second')
except ValueError as error:
    print(repr(error.__context__), error.__cause__)  # expect: ZeroDivisionError('division by zero') None
try:
    try:
        raise KeyError('k')
    except KeyError as k:
        raise ValueError('v') from k
except ValueError as error:
    print(repr(error.__cause__), error.__suppress_context__, error.__cause__ is error.__context__)  # expect: KeyError('k') True True


def handler():
    try:
        raise TypeError('a')
    except TypeError:
        try:
            raise OSError('b')
        except OSError:
            raise IndexError('c')


try:
    handler()
except IndexError as error:
    chain = []
    while error:
        chain.append(str(error))
        error = error.__context__
    print(chain)  # expect: ['c', 'b', 'a']
try:
    try:
        raise ValueError('body')
    finally:
        raise KeyError('finally')
except KeyError as error:
    print(repr(error.__context__))  # expect: ValueError('body')
e = ValueError('same')
try:
    try:
        raise e
    except ValueError:
        raise e
except ValueError as error:
    print(error.__context__)  # expect: None
import sys
print(sys.exception(), sys.exc_info())  # expect: None (None, None, None)
