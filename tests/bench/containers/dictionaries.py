# Dictionaries: insertion, lookup, deletion, tuple and string keys, merging, iteration.


def counting(n):
    counts = {}
    seed = 1
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        key = seed >> 16
        counts[key] = counts.get(key, 0) + 1
    return len(counts), max(counts.values())


def grid(n):
    cells = {}
    for x in range(n):
        for y in range(n):
            cells[x, y] = x ^ y
    total = 0
    for x in range(1, n - 1):
        for y in range(1, n - 1):
            total += cells[x - 1, y] + cells[x + 1, y] - cells[x, y - 1] - cells[x, y + 1]
            if (x + y, y) in cells:
                total += 1
    return total


def churn(n):
    table = {}
    for i in range(n):
        table['key%d' % (i % 1000)] = i
        if i % 3 == 0:
            table.pop('key%d' % (i // 2 % 1000), None)
    return sum(table.values()), len(table)


def inverted(n):
    names = {f'name{i}': i % 100 for i in range(n)}
    groups = {}
    for name, group in names.items():
        groups.setdefault(group, []).append(name)
    merged = {**names, **{name: -1 for name in groups[7]}}
    return sum(merged.values()), len(groups[99]), sorted(groups)[:3]


print(counting(1_500_000), grid(450), churn(500_000), inverted(150_000))
