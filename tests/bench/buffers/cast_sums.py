# The items of one memory read as many types: sums over casts of one and two dimensions, whole and in parts.


def total(view):
    result = 0
    for item in view:
        result += item
    return result


def dot(a, b):
    result = 0.0
    for i in range(len(a)):
        result += a[i] * b[i]
    return result


def columns(grid):
    rows, width = grid.shape
    sums = [0] * width
    for y in range(rows):
        for x in range(width):
            sums[x] += grid[y, x]
    return sums


data = bytearray(1 << 19)
words = memoryview(data).cast('I')
seed = 7
for i in range(len(words)):
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    words[i] = seed
view = memoryview(data)
sums = []
for code in 'bBhHiIqQ':
    part = view.cast(code)
    sums.append((code, total(part), sum(part), sum(part[::3]), max(part), min(part[5:])))
print(sums)
reals = memoryview(bytearray(8 * 120_000)).cast('d')
for i in range(len(reals)):
    reals[i] = i * 0.5
halves = memoryview(bytearray(4 * 120_000)).cast('f')
for i in range(len(halves)):
    halves[i] = 1 / (i + 1)
print(dot(reals, halves), sum(reals), round(sum(halves), 6), dot(reals[::2], reals[1::2]))
print(columns(view.cast('B', (1024, 512)))[::64], sum(columns(view.cast('H', (512, 512)))))
