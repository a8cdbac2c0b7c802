items = [3, 1, 2]


def key(x):
    items.clear()
    return x


try:
    items.sort(key=key)
except ValueError as error:
    print(error)
print(sorted(items) in ([], [1, 2, 3]))  # expect: True


class C:
    def __init__(self, n): self.n = n

    def __lt__(self, other):
        values.append(C(0))
        return self.n < other.n


values = [C(2), C(1), C(3)]
try:
    values.sort()
except ValueError as error:
    print(error)  # expect: list modified during sort
print([v.n for v in values] == [1, 2, 3])  # expect: True
