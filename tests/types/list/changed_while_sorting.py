# A list that is changed while it is sorted is in order afterwards, and sort() says so: what was put there and taken out again counts.
class Meddler:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        meddle()
        return self.rank < other.rank


def attempt(change):
    global meddle
    items = [Meddler(rank) for rank in (3, 1, 2)]
    meddle = lambda: change(items)
    try:
        items.sort()
        print('unnoticed', [item.rank for item in items])
    except ValueError as error:
        print(error, [item.rank for item in items])


attempt(lambda items: items.append(1))
# expect: list modified during sort [1, 2, 3]
attempt(lambda items: (items.append(1), items.pop()))
# expect: list modified during sort [1, 2, 3]
attempt(lambda items: items.extend([]))
# expect: unnoticed [1, 2, 3]
attempt(lambda items: items.extend([1, 2]))
# expect: list modified during sort [1, 2, 3]
attempt(lambda items: len(items))
# expect: unnoticed [1, 2, 3]
attempt(lambda items: items.insert(0, 0))
# expect: list modified during sort [1, 2, 3]
