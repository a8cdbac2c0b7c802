def chain(n):
    if n:
        yield from chain(n - 1)
    yield n


print(list(chain(100))[:3])  # expect: [0, 1, 2]
try:
    list(chain(5_000))
except RecursionError as error:
    print(type(error).__name__)  # expect: RecursionError


def wrap(source):
    for x in source:
        yield x


g = iter([1])
for _ in range(20_000):
    g = wrap(g)
try:
    next(g)
except RecursionError:
    pass
print('ended, either way')  # expect: ended, either way
del g
print('freed')  # expect: freed
m = iter([1])
for _ in range(20_000):
    m = map(abs, m)
try:
    next(m)
except RecursionError:
    pass
print('ended, either way')  # expect: ended, either way
del m
print('freed')  # expect: freed
