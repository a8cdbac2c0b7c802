result = []
for i in range(4):
    for j in range(4):
        if j > i:
            break
        if (i + j) % 2:
            continue
        result.append((i, j))
print(result)  # expect: [(0, 0), (1, 1), (2, 0), (2, 2), (3, 1), (3, 3)]
n = 0
while n < 3:
    m = 0
    while True:
        m += 1
        if m > n:
            break
    n += 1
print(n, m)  # expect: 3 3
total = 0
for a in range(3):
    for b in range(a, 3):
        for c in (x for x in range(b)):
            total += a * b + c
print(total)  # expect: 16
