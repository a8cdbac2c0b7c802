# A length hint that cannot be true of a list that has items is ignored by extend().
import sys


class Nothing:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        return sys.maxsize


items = [1, 2]
items.extend(Nothing())
print(items)  # expect: [1, 2]
