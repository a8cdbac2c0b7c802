class R:
    def __repr__(self):
        items.clear()
        return 'R'


items = [R(), R(), R()]
print(items)  # expect: [R]


class D:
    def __repr__(self):
        table.pop('b', None)
        return 'D'


table = {'a': D(), 'b': 1}
try:
    print(repr(table).startswith("{'a': D"))  # expect: True
except RuntimeError as error:
    print(error)
