# heavy: many objects alive
# Data nested a hundred thousand deep is made, looked at and thrown away without exhausting the native stack.
def nest(n, wrap):
    x = None
    for _ in range(n):
        x = wrap(x)
    return x


class Link:
    def __init__(self, next): self.next = next


for wrap in (lambda x: [x], lambda x: (x,), lambda x: {'k': x}, lambda x: Link(x), lambda x: {1: [x]}, lambda x: iter([x]), lambda x: lambda: x, lambda x: slice(x)):
    value = nest(100_000, wrap)
    del value
print('freed')  # expect: freed


def attempt(action):
    try:
        action()
        print('done')
    except RecursionError as error:
        print(type(error).__name__)


a, b = nest(100_000, lambda x: [x]), nest(100_000, lambda x: [x])
attempt(lambda: repr(a))
# expect: RecursionError
attempt(lambda: a == b)
# expect: RecursionError
attempt(lambda: a < b)
# expect: RecursionError
t = nest(100_000, lambda x: (x,))
attempt(lambda: hash(t))
# expect: done
attempt(lambda: isinstance(1, nest(100_000, lambda x: (x or int,))) or None)
# expect: RecursionError
e = None
for i in range(50_000):
    new = ValueError(i)
    new.__context__ = e
    e = new
del e, new
print('freed')  # expect: freed
