log = []


class Manager:
    async def __aenter__(self):
        log.append('enter')
        return 'value'

    async def __aexit__(self, kind, error, traceback):
        log.append(f'exit {kind and kind.__name__}')
        return kind is KeyError


class Counter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def main():
    async with Manager() as m, Manager():
        log.append(m)
    async with Manager():
        raise KeyError('swallowed')
    async for x in Counter(3):
        if x == 1:
            continue
        log.append(x)
    else:
        log.append('else')
    async for x in Counter(2):
        break
    return [x async for x in Counter(3)], {x: y async for x in Counter(2) for y in 'a'}, [x async for x in Counter(4) if x % 2], {await value(x) for x in (1, 2)}


async def value(x):
    return x * 10


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)  # expect: ([2, 1, 0], {1: 'a', 0: 'a'}, [3, 1], {10, 20})
print(log)  # expect: ['enter', 'enter', 'value', 'exit None', 'exit None', 'enter', 'exit KeyError', 2, 0, 'else']


async def wrong():
    async for x in [1]:
        pass


async def wrong2():
    async with 5:
        pass


for f in (wrong, wrong2):
    try:
        f().send(None)
    except TypeError as error:
        print(error)
# expect: 'async for' requires an object with __aiter__ method, got list
# expect: 'int' object does not support the asynchronous context manager protocol
