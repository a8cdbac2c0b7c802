class Suspend:
    def __init__(self, value): self.value = value

    def __await__(self):
        received = yield self.value
        return f'got {received}'


async def inner(n):
    return (await Suspend(n)) + '!'


async def outer():
    a = await inner(1)
    b = await inner(2)
    return a, b


c = outer()
print(type(c).__name__, c.send(None), c.send('x'))  # expect: coroutine 1 2
try:
    c.send('y')
except StopIteration as stop:
    print(stop.value)  # expect: ('got x!', 'got y!')
try:
    c.send(None)
except RuntimeError as error:
    print(error)  # expect: cannot reuse already awaited coroutine


def drive(coroutine):
    sent = None
    while True:
        try:
            sent = coroutine.send(sent)
        except StopIteration as stop:
            return stop.value


print(drive(outer()))  # expect: ('got 1!', 'got 2!')
