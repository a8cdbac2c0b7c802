# Functions that make functions; cells read and written.


def counter(step):
    count = 0

    def bump(times):
        nonlocal count
        for _ in range(times):
            count += step
        return count

    return bump


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x

    return composed


def adder(n):
    return lambda x: x + n


def run():
    bumps = [counter(i) for i in range(10)]
    total = 0
    for _ in range(2000):
        for bump in bumps:
            total += bump(100)
    pipeline = compose(adder(1), adder(2), lambda x: x * 3 % 1_000_003, adder(-4))
    x = 1
    for _ in range(1_200_000):
        x = pipeline(x)
    return total, x


print(run())
