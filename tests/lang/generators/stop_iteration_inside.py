def g():
    yield 1
    raise StopIteration('inside')


x = g()
next(x)
try:
    next(x)
except RuntimeError as error:
    print(error, repr(error.__cause__))  # expect: generator raised StopIteration StopIteration('inside')


def h():
    yield next(iter([]))


try:
    list(h())
except RuntimeError as error:
    print(error)  # expect: generator raised StopIteration


def f():
    yield from (next(iter(())) for _ in range(2))


try:
    list(f())
except RuntimeError as error:
    print(error)  # expect: generator raised StopIteration


def ok():
    try:
        yield next(iter([]))
    except StopIteration:
        return 5


try:
    next(ok())
except StopIteration as stop:
    print(stop.value)  # expect: 5
