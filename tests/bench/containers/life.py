# Conway's game of life on a set of tuples.


def step(cells):
    neighbours = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    neighbours[key] = neighbours.get(key, 0) + 1
    return {cell for cell, count in neighbours.items() if count == 3 or (count == 2 and cell in cells)}


cells = {(0, 1), (1, 3), (2, 0), (2, 1), (2, 4), (2, 5), (2, 6)}
cells |= {(x + 40, y + 40) for x, y in ((0, 0), (0, 1), (0, 2), (1, 2), (2, 1), (3, 3))}
sizes = []
for generation in range(1200):
    cells = step(cells)
    if generation % 100 == 0:
        sizes.append(len(cells))
print(sizes, sum(x * 31 + y for x, y in cells))
