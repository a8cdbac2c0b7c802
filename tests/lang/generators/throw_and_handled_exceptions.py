# What a generator handles while it waits is the context of what is thrown into it.
def handling():
    try:
        raise KeyError('inside')
    except KeyError:
        try:
            yield
        except ValueError as error:
            print(repr(error.__context__))
        raise


waiting = handling()
next(waiting)
try:
    waiting.throw(ValueError())
except KeyError as error:
    print('out comes', repr(error))
# expect: KeyError('inside')
# expect: out comes KeyError('inside')


# With nothing handled inside, it is what the caller handles.
def plain():
    yield


try:
    raise TypeError('outside')
except TypeError:
    try:
        g = plain()
        next(g)
        g.throw(ValueError())
    except ValueError as error:
        print(repr(error.__context__))  # expect: None


# Delegates count too.
def outer():
    try:
        raise LookupError('outer')
    except LookupError:
        yield from plain()


g = outer()
next(g)
try:
    g.throw(ValueError())
except ValueError as error:
    print(repr(error.__context__))  # expect: LookupError('outer')

# A generator that has not begun raises at its definition.
import traceback

try:
    plain().throw(ValueError('unstarted'))
except ValueError as error:
    print([entry.name for entry in traceback.extract_tb(error.__traceback__)])  # expect: ['<module>', 'plain']
