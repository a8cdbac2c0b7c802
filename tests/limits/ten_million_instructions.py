# heavy: ten million instructions
# Ten million instructions of every kind need no more native stack than one. ctest runs this on 256 KiB.
class Point:
    def __init__(self, x): self.x = x
    def __add__(self, other): return Point(self.x + other.x)
    def __iter__(self): yield from (self.x, 1)
    @property
    def double(self): return self.x * 2
    def step(self, by=1, *rest, key=None): return self.x + by


def run(n):
    point, one, total, items, table = Point(0), Point(1), 0, [0] * 8, {}
    for i in range(n):
        point = point + one
        a, b = point
        total += point.double - point.step(key=i) + len(items) + (a if a > b else -a)
        items[i & 7] = i
        table[i & 15] = items[-1]
        try:
            if i % 100 == 0:
                raise ValueError(i)
        except ValueError as error:
            total += error.args[0] % 3
        with_text = f'{i & 3}' + str(b)
        total += int(with_text) + sum([x for x in items if x & 1]) % 7
    return total


print(run(120_000))  # expect: 14403241193
