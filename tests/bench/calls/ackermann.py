# Deep and narrow recursion with two arguments.
import sys

sys.setrecursionlimit(20_000)


def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


total = 0
for _ in range(24):
    total += ack(2, 300) + ack(3, 6)
print(total + tak(20, 12, 6) * 1000)
