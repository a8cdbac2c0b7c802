# Largest singular value of an infinite matrix: a division in an inner loop.
import math


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(u):
    n = len(u)
    return [sum(element(i, j) * u[j] for j in range(n)) for i in range(n)]


def times_transposed(u):
    n = len(u)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(j, i) * u[j]
        result.append(total)
    return result


u = [1.0] * 330
for _ in range(10):
    v = times_transposed(times(u))
    u = times_transposed(times(v))
vbv = sum(a * b for a, b in zip(u, v))
vv = sum(b * b for b in v)
print(f"{math.sqrt(vbv / vv):.9f}")
