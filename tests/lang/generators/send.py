def echo():
    received = []
    while True:
        x = yield len(received)
        if x is None:
            return received
        received.append(x)


g = echo()
try:
    g.send(1)
except TypeError as error:
    print(error)  # expect: can't send non-None value to a just-started generator
print(g.send(None), g.send('a'), g.send('b'))  # expect: 0 1 2
try:
    next(g)
except StopIteration as stop:
    print(stop.value)  # expect: ['a', 'b']
try:
    g.send(1)
except StopIteration as stop:
    print(repr(stop))  # expect: StopIteration()


def f():
    x = yield 1
    y = (yield 2) + (yield 3)
    yield x, y


g = f()
print(next(g), g.send('x'), g.send(10), g.send(20))  # expect: 1 2 3 ('x', 30)
