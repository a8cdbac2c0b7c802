# Lists, sets and dictionaries made by comprehension; unpacking, zip, enumerate, slices.


def run(n):
    total = 0
    data = list(range(n))
    for round in range(45):
        squares = [x * x for x in data]
        even = [x for x in squares if x % 2 == 0]
        pairs = [(x, y) for x, y in zip(data, squares) if x & 3 == round & 3]
        table = {x: y for x, y in pairs}
        unique = {x % 1009 for x in squares}
        nested = [i * j for i in range(60) for j in range(60) if i != j]
        flat = [c for row in [[r] * 5 for r in range(2000)] for c in row]
        total += sum(even) + len(pairs) + len(table) + len(unique) + sum(nested) + sum(flat)
        total += sum(i * x for i, x in enumerate(data[::7]))
        first, *middle, last = data
        total += first + last + len(middle)
        data = data[1:] + data[:1]
        total += max(a - b for a, b in zip(data, data[1:]))
        total += sum(any(x == y for y in (1, 2, 3)) for x in data[:5000])
        total += len([*data[:1000], *squares[:1000]]) + data.index(n // 2)
    return total


print(run(40_000))
