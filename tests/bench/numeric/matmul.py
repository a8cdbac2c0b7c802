# Matrix product on lists of lists, by index and by comprehension.


def make(n, seed):
    matrix = []
    for i in range(n):
        row = []
        for j in range(n):
            seed = (seed * 1103515245 + 12345) % 2147483648
            row.append(seed / 2147483648 - 0.5)
        matrix.append(row)
    return matrix


def by_index(a, b):
    n = len(a)
    c = [[0.0] * n for _ in range(n)]
    for i in range(n):
        ai = a[i]
        ci = c[i]
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += ai[k] * b[k][j]
            ci[j] = total
    return c


def by_rows(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


n = 170
a, b = make(n, 1), make(n, 2)
c = by_index(a, b)
d = by_rows(b, a)
c = by_index(c, d)
print(f"{sum(c[i][i] for i in range(n)):.9f} {c[3][n - 1]:.9f}")
