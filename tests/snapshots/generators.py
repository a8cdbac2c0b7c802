def f(xs):
    x = yield 1
    y = yield from xs
    return x, y
async def g(a):
    async with a as b:
        async for c in b:
            yield await c
    return
