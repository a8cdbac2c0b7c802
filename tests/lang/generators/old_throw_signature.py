# throw(type, value, traceback) is deprecated.
import warnings


def g():
    try:
        yield
    except ValueError as error:
        yield repr(error)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    waiting = g()
    next(waiting)
    print(waiting.throw(ValueError, ValueError('old'), None))  # expect: ValueError('old')
    waiting = g()
    next(waiting)
    print(waiting.throw(ValueError('new')))  # expect: ValueError('new')
for warning in caught:
    print(warning.category.__name__, warning.message)  # expect: DeprecationWarning the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.
