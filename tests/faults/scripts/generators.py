# Generators, coroutines, comprehensions, closures.
def numbers(limit):
    try:
        for i in range(limit):
            got = yield i
            if got:
                yield got * 2
    finally:
        ended.append(limit)


def delegating(*limits):
    for limit in limits:
        yield from numbers(limit)
    return limits


ended = []
assert list(delegating(2, 3)) == [0, 1, 0, 1, 2]
g = numbers(5)
next(g), g.send('ab'), g.close()
g = numbers(5)
next(g)
try:
    g.throw(ValueError('x'))
except ValueError:
    pass


class Pause:
    def __await__(self): return (yield self)


async def steps(n):
    for i in range(n):
        await Pause()
        yield i


async def main():
    async with Manager():
        return [i async for i in steps(3) if i] + [await inner(i) for i in range(2)]


async def inner(i):
    await Pause()
    return i


class Manager:
    async def __aenter__(self): await Pause()
    async def __aexit__(self, *error): await Pause()


coroutine = main()
try:
    while True:
        coroutine.send(None)
except StopIteration as end:
    assert end.value == [1, 2, 0, 1]


def counters():
    count = 0

    def step(by=1, *more, key=None, **rest):
        nonlocal count
        count += by + sum(more)
        return count, key, rest
    return step, lambda: [count for _ in range(3) if count]


step, look = counters()
step(1, 2, 3, key='k', other=1), step(**{'by': 5}), look()
assert {k: {v for v in range(k)} for k in range(4)}[3] == {0, 1, 2}
match {'kind': 'move', 'to': [1, 2, *range(5)], 'more': 1}:
    case {'kind': 'move', 'to': [x, y, *rest], **others}:
        assert (x, y, len(rest), others) == (1, 2, 5, {'more': 1})
