class Eraser:
    def __eq__(self, other):
        items.clear()
        return False


items = [1, Eraser(), 3, 4]
print(5 in items, items)  # expect: False []
items = [Eraser() for _ in range(5)]
print(items.count(0), items)  # expect: 0 []
items = [1, Eraser(), 2]
try:
    items.index(7)
except ValueError as error:
    print(type(error).__name__)  # expect: ValueError
items = [0, Eraser(), 2]
try:
    items.remove(9)
except ValueError as error:
    print(type(error).__name__)  # expect: ValueError
items = [Eraser(), 1]
other = [1, 1]
print(items == other)  # expect: False
