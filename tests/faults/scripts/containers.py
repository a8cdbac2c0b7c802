# Lists, dicts, sets, tuples, slices, iterators.
import itertools
import operator
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

items = list(range(40))
items[3:10:2] = items[20:24]
items.extend([str(item) for item in items])
items.sort(key=lambda item: (isinstance(item, str), str(item)))
del items[5:60]
items.insert(1, items[:]), items.reverse(), items.index('9') if '9' in items else None
table = {i: [i] for i in range(30)}
table.update({str(k): v for k, v in table.items()}, extra=1)
for key in list(table)[::3]:
    del table[key]
table |= {1: 2}
assert dict(zip('abc', range(3))) and table.setdefault('new', []) == [] and list(reversed(table)) and table.keys() & {1, 2, 4}
numbers = {i * 7 % 31 for i in range(31)}
assert (numbers | {100}) - {1} ^ {2} and frozenset(numbers) in {frozenset(range(31))} and not numbers.isdisjoint([3])
Point = namedtuple('Point', 'x y', defaults=[0])
assert Point(1)._replace(y=3)._asdict() == {'x': 1, 'y': 3}
queue = deque(range(10), 5)
queue.rotate(2), queue.appendleft('a'), queue.extend('bc')
groups = defaultdict(list)
for word in 'one two three four five'.split():
    groups[len(word)].append(word)
assert Counter('mississippi').most_common(2) and OrderedDict(a=1).popitem()
assert list(itertools.chain(itertools.combinations(range(4), 2), itertools.islice(itertools.count(), 3), itertools.product('ab', repeat=2), itertools.accumulate(range(5), operator.mul)))
first, *middle, last = (*range(5), *'xy')
assert sorted(zip(*[iter(range(9))] * 3), key=operator.itemgetter(1), reverse=True)
