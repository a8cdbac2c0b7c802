# types.coroutine() makes generators that can be awaited; they stay generators.
import inspect
import types


@types.coroutine
def switch(value):
    received = yield value
    return received * 2


async def main():
    return await switch(1) + await switch(2)


def drive(coroutine):
    sent, shown = None, []
    try:
        while True:
            value = coroutine.send(sent)
            shown.append(value)
            sent = value * 10
    except StopIteration as stop:
        return shown, stop.value


print(drive(main()))  # expect: ([1, 2], 60)
made = switch(3)
print(type(made).__name__, bool(switch.__code__.co_flags & inspect.CO_ITERABLE_COROUTINE), inspect.isawaitable(made), inspect.iscoroutinefunction(switch))  # expect: generator True True False
print(next(made), types.coroutine(switch) is switch)  # expect: 3 True
made.close()


def plain():
    yield


async def wrong():
    await plain()

try:
    wrong().send(None)
except TypeError as error:
    print(error)  # expect: object generator can't be used in 'await' expression


@types.coroutine
def from_coroutine():
    return (yield from main())


print(drive(from_coroutine()))  # expect: ([1, 2], 60)
print(drive((lambda: (yield 1))()))  # expect: ([1], 10)
marked = types.coroutine(lambda: switch(7))
print(marked().__class__.__name__, drive(marked()))  # expect: generator ([7], 140)
try:
    types.coroutine(5)
except TypeError as error:
    print(error)  # expect: types.coroutine() expects a callable
