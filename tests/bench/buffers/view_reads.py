# Reading through memoryview: items, slices, casts, iteration, sums.


def checksum(view):
    a, b = 1, 0
    for byte in view:
        a = (a + byte) % 65_521
        b = (b + a) % 65_521
    return b << 16 | a


def by_index(view):
    total = 0
    for i in range(len(view)):
        total += view[i] * (i & 7)
    return total


def windows(view, size):
    total = 0
    for start in range(0, len(view) - size, size // 2):
        window = view[start:start + size]
        total += window[0] + window[-1] + len(window)
    return total


def words(view):
    total = 0
    for word in view.cast('I'):
        total ^= word
    numbers = view.cast('h')
    for i in range(0, len(numbers), 3):
        total += numbers[i]
    return total


def reals(view):
    doubles = view.cast('d')
    total = 0.0
    for i in range(len(doubles)):
        x = doubles[i]
        if -1e10 < x < 1e10:
            total += x
    return round(total, 3)


data = bytearray(1 << 20)
seed = 5
for i in range(len(data)):
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    data[i] = seed >> 16 & 0xFF
view = memoryview(data)
print(checksum(view), by_index(view), windows(view, 16), words(view), view[::3].tobytes().count(7), view == bytes(data))
grid = view[:250_000].cast('B', (500, 500))
print(sum(grid[i, j] for i in range(0, 500, 2) for j in range(0, 500, 3)), sum(sum(row) for row in view[:4096].cast('B', (64, 64)).tolist()))
