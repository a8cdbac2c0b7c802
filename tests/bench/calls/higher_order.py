# Functions as values: map, filter, reduce, partial, keys, decorators.
import functools
import operator


def traced(function):
    calls = 0

    @functools.wraps(function)
    def wrapper(*args):
        nonlocal calls
        calls += 1
        wrapper.calls = calls
        return function(*args)

    return wrapper


@traced
def mix(a, b):
    return (a * 31 + b) % 65_521


@functools.lru_cache(maxsize=None)
def partitions(n, largest):
    if n == 0:
        return 1
    return sum(partitions(n - part, part) for part in range(1, min(n, largest) + 1))


def run():
    total = 0
    numbers = list(range(2000))
    scale = functools.partial(operator.mul, 3)
    for _ in range(800):
        total += sum(map(scale, filter(lambda x: x % 3, numbers)))
        total += functools.reduce(mix, numbers, 1)
        total += max(numbers, key=lambda x: x * 7919 % 2003)
        total += sum(map(operator.itemgetter(1), zip(numbers, reversed(numbers))))
    return total, mix.calls, partitions(90, 90)


print(run())
