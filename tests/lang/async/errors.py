async def f():
    return 1


async def bad():
    await 5


def attempt(action):
    try:
        print(action())
    except (TypeError, RuntimeError, ValueError) as error:
        print(type(error).__name__, error)


def drive(c):
    try:
        while True:
            c.send(None)
    except StopIteration as stop:
        return stop.value


attempt(lambda: drive(bad()))
# expect: TypeError object int can't be used in 'await' expression
c = f()
attempt(lambda: iter(c))
# expect: TypeError 'coroutine' object is not iterable
attempt(lambda: next(c))
# expect: TypeError 'coroutine' object is not an iterator
attempt(lambda: [x for x in c])
# expect: TypeError 'coroutine' object is not iterable
attempt(lambda: c.send(5))
# expect: TypeError can't send non-None value to a just-started coroutine
print(drive(c))  # expect: 1
attempt(lambda: drive(c))
# expect: RuntimeError cannot reuse already awaited coroutine


class NotIterator:
    def __await__(self): return 5


async def g():
    await NotIterator()


attempt(lambda: drive(g()))
# expect: TypeError __await__() returned non-iterator of type 'int'


async def raises():
    raise StopIteration('inside')


attempt(lambda: drive(raises()))
# expect: RuntimeError coroutine raised StopIteration
closed = f()
print(closed.close())  # expect: None
attempt(lambda: closed.send(None))
# expect: RuntimeError cannot reuse already awaited coroutine
