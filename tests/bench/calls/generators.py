# Generators: pipelines, delegation, send.


def integers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(source):
    for x in source:
        yield x * x


def odd(source):
    return (x for x in source if x & 1)


def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return build(low, middle), middle, build(middle + 1, high)


def averager():
    total = count = 0
    average = 0
    while True:
        x = yield average
        total += x
        count += 1
        average = total // count


def run():
    total = 0
    for _ in range(20):
        total += sum(odd(squares(integers(150_000))))
    tree = build(0, 4095)
    for _ in range(30):
        for value in walk(tree):
            total += value
    average = averager()
    next(average)
    for i in range(1_800_000):
        total += average.send(i)
    return total


print(run())
