"""A library of containers and algorithms: an LRU cache, a priority queue, a trie, a sorted multiset, union-find, graphs, and searches, each checked as it goes."""
import functools
import itertools
import math
import operator


class LRU:
    """A bounded mapping on a doubly linked ring: the least recently used key goes first."""

    class Node:
        __slots__ = ('key', 'value', 'before', 'after')

    def __init__(self, capacity, on_evict=None):
        self.capacity = capacity
        self.on_evict = on_evict
        self.nodes = {}
        self.ring = ring = self.Node()
        ring.before = ring.after = ring
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _front(self, node):
        ring = self.ring
        node.before, node.after = ring, ring.after
        ring.after.before = node
        ring.after = node

    def __getitem__(self, key):
        try:
            node = self.nodes[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._front(node)
        return node.value

    def __setitem__(self, key, value):
        node = self.nodes.get(key)
        if node is None:
            if len(self.nodes) == self.capacity:
                oldest = self.ring.before
                self._unlink(oldest)
                del self.nodes[oldest.key]
                if self.on_evict:
                    self.on_evict(oldest.key, oldest.value)
            node = self.nodes[key] = self.Node()
            node.key = key
        else:
            self._unlink(node)
        node.value = value
        self._front(node)

    def __delitem__(self, key):
        self._unlink(self.nodes.pop(key))

    def __len__(self):
        return len(self.nodes)

    def __contains__(self, key):
        return key in self.nodes

    def __iter__(self):
        node = self.ring.after
        while node is not self.ring:
            yield node.key
            node = node.after

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __repr__(self):
        return f"LRU({', '.join(f'{k}={self.nodes[k].value}' for k in self)})"


class PriorityQueue:
    """A binary heap with a key function; equal priorities leave in the order in which they came."""

    def __init__(self, items=(), key=lambda item: item):
        self.key = key
        self.counter = itertools.count()
        self.heap = [(key(item), next(self.counter), item) for item in items]
        for i in reversed(range(len(self.heap) // 2)):
            self._sink(i)

    def __len__(self):
        return len(self.heap)

    def push(self, item):
        self.heap.append((self.key(item), next(self.counter), item))
        self._rise(len(self.heap) - 1)

    def pop(self):
        heap = self.heap
        if not heap:
            raise IndexError('pop from an empty queue')
        heap[0], heap[-1] = heap[-1], heap[0]
        *_, item = heap.pop()
        if heap:
            self._sink(0)
        return item

    def _rise(self, i):
        heap = self.heap
        while i and heap[i] < heap[parent := (i - 1) // 2]:
            heap[i], heap[parent] = heap[parent], heap[i]
            i = parent

    def _sink(self, i):
        heap, n = self.heap, len(self.heap)
        while (child := 2 * i + 1) < n:
            if child + 1 < n and heap[child + 1] < heap[child]:
                child += 1
            if heap[i] <= heap[child]:
                break
            heap[i], heap[child] = heap[child], heap[i]
            i = child

    def drain(self):
        while self:
            yield self.pop()


class Trie:
    def __init__(self, words=()):
        self.root = {}
        self.size = 0
        for word in words:
            self.add(word)

    def add(self, word):
        node = self.root
        for letter in word:
            node = node.setdefault(letter, {})
        self.size += None not in node
        node[None] = word

    def __contains__(self, word):
        return None in self._walk(word)

    def _walk(self, prefix):
        node = self.root
        for letter in prefix:
            node = node.get(letter)
            if node is None:
                return {}
        return node

    def starting_with(self, prefix):
        def collect(node):
            if None in node:
                yield node[None]
            for letter in sorted(k for k in node if k is not None):
                yield from collect(node[letter])

        return list(collect(self._walk(prefix)))

    def near(self, word, budget):
        """Words within an edit distance."""
        def search(node, letter, previous):
            row = [previous[0] + 1]
            for i, c in enumerate(word, 1):
                row.append(min(row[-1] + 1, previous[i] + 1, previous[i - 1] + (c != letter)))
            if None in node and row[-1] <= budget:
                yield row[-1], node[None]
            if min(row) <= budget:
                for letter, child in node.items():
                    if letter is not None:
                        yield from search(child, letter, row)

        start = range(len(word) + 1)
        return sorted(itertools.chain.from_iterable(search(child, c, start) for c, child in self.root.items() if c is not None))


def bisect(items, value, *, key=None, right=True):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        probe = items[middle] if key is None else key(items[middle])
        if value < probe or (not right and value == probe):
            high = middle
        else:
            low = middle + 1
    return low


class SortedBag:
    def __init__(self, items=()):
        self.items = sorted(items)

    def add(self, item):
        self.items.insert(bisect(self.items, item), item)
        return self

    def remove(self, item):
        i = bisect(self.items, item, right=False)
        if i == len(self.items) or self.items[i] != item:
            raise ValueError(f'{item!r} is not in the bag')
        del self.items[i]

    def count(self, item):
        return bisect(self.items, item) - bisect(self.items, item, right=False)

    def between(self, low, high):
        return self.items[bisect(self.items, low, right=False):bisect(self.items, high)]

    def __and__(self, other):
        counts = {item: min(self.count(item), other.count(item)) for item in set(self.items)}
        return SortedBag(itertools.chain.from_iterable(itertools.repeat(k, n) for k, n in counts.items()))

    def __repr__(self):
        return f'SortedBag({self.items})'


class Graph:
    def __init__(self, edges=(), directed=False):
        self.neighbours = {}
        self.directed = directed
        for edge in edges:
            self.connect(*edge)

    def connect(self, a, b, weight=1):
        self.neighbours.setdefault(a, {})[b] = weight
        back = self.neighbours.setdefault(b, {})
        if not self.directed:
            back[a] = weight

    def edges(self):
        return [(w, a, b) for a, row in self.neighbours.items() for b, w in row.items() if self.directed or a <= b]

    def breadth_first(self, start):
        seen, frontier = {start}, [start]
        while frontier:
            yield frontier
            frontier = [b for a in frontier for b in self.neighbours[a] if not (b in seen or seen.add(b))]

    def shortest(self, start, goal, estimate=lambda node: 0):
        """Dijkstra, or A* with an estimate: (cost, path)."""
        queue = PriorityQueue([(0, start, None)], key=lambda entry: entry[0] + estimate(entry[1]))
        parents = {}
        while queue:
            cost, node, parent = queue.pop()
            if node in parents:
                continue
            parents[node] = parent
            if node == goal:
                path = []
                while node is not None:
                    path.append(node)
                    node = parents[node]
                return cost, path[::-1]
            for other, weight in self.neighbours[node].items():
                if other not in parents:
                    queue.push((cost + weight, other, node))
        raise LookupError(f'no way from {start} to {goal}')

    def topological(self):
        incoming = dict.fromkeys(self.neighbours, 0)
        for _, _, b in self.edges():
            incoming[b] += 1
        ready, order = sorted(n for n, k in incoming.items() if not k), []
        while ready:
            node = ready.pop(0)
            order.append(node)
            for other in self.neighbours[node]:
                incoming[other] -= 1
                if not incoming[other]:
                    ready.append(other)
                    ready.sort()
        if len(order) < len(incoming):
            raise ValueError(f'cycle among {sorted(n for n, k in incoming.items() if k)}')
        return order

    def spanning_tree(self):
        parent = {node: node for node in self.neighbours}

        def find(x):
            while parent[x] != x:
                parent[x] = x = parent[parent[x]]
            return x

        tree = []
        for weight, a, b in sorted(self.edges()):
            if (x := find(a)) != (y := find(b)):
                parent[x] = y
                tree.append((a, b, weight))
        return tree

    def components(self):
        """Strongly connected ones, by Tarjan's algorithm without recursion."""
        index, low, stack, on_stack, result = {}, {}, [], set(), []
        counter = itertools.count()
        for root in self.neighbours:
            if root in index:
                continue
            work = [(root, iter(self.neighbours[root]))]
            index[root] = low[root] = next(counter)
            stack.append(root)
            on_stack.add(root)
            while work:
                node, children = work[-1]
                for child in children:
                    if child not in index:
                        index[child] = low[child] = next(counter)
                        stack.append(child)
                        on_stack.add(child)
                        work.append((child, iter(self.neighbours[child])))
                        break
                    if child in on_stack:
                        low[node] = min(low[node], index[child])
                else:
                    work.pop()
                    if work:
                        low[work[-1][0]] = min(low[work[-1][0]], low[node])
                    if low[node] == index[node]:
                        component = set()
                        while node not in component:
                            member = stack.pop()
                            on_stack.discard(member)
                            component.add(member)
                        result.append(sorted(component))
        return sorted(result)


def knapsack(items, capacity):
    @functools.cache
    def best(i, room):
        if i == len(items):
            return 0, ()
        name, weight, value = items[i]
        without = best(i + 1, room)
        if weight > room:
            return without
        gain, chosen = best(i + 1, room - weight)
        return max(without, (gain + value, (name, *chosen)), key=operator.itemgetter(0))

    return best(0, capacity), best.cache_info()


def sudoku(grid):
    cells = [list(map(int, row)) for row in grid]

    def options(r, c):
        used = set(cells[r]) | {row[c] for row in cells} | {cells[i][j] for i in range(r // 3 * 3, r // 3 * 3 + 3) for j in range(c // 3 * 3, c // 3 * 3 + 3)}
        return [d for d in range(1, 10) if d not in used]

    def solve():
        empty = [(len(o), r, c, o) for r in range(9) for c in range(9) if not cells[r][c] for o in [options(r, c)]]
        if not empty:
            return True
        _, r, c, candidates = min(empty)
        for digit in candidates:
            cells[r][c] = digit
            if solve():
                return True
        cells[r][c] = 0
        return False

    return [''.join(map(str, row)) for row in cells] if solve() else None


def main():
    evicted = []
    cache = LRU(3, on_evict=lambda k, v: evicted.append((k, v)))
    for i, key in enumerate('abcadbeaf'):
        if key in cache:
            cache[key]
        else:
            cache[key] = i
    print(cache, evicted, cache.hits, cache.get('zzz', -1), cache.misses, len(cache))
    del cache['a']
    cache['e'] = 100
    print(list(cache), 'a' in cache)

    queue = PriorityQueue(['pear', 'fig', 'apple', 'kiwi', 'date', 'plum'], key=len)
    queue.push('nut')
    print(list(queue.drain()))
    try:
        queue.pop()
    except IndexError as error:
        print(error)
    numbers = [i * 7919 % 1009 for i in range(500)]
    assert list(PriorityQueue(numbers).drain()) == sorted(numbers)

    trie = Trie('car cart care careful cat dog do dot done door'.split())
    print(trie.size, 'car' in trie, 'ca' in trie, trie.starting_with('car'), trie.starting_with('x'), trie.near('cara', 1), trie.near('dor', 1))

    bag = SortedBag([5, 3, 8, 3, 1]).add(4).add(3)
    print(bag, bag.count(3), bag.between(3, 5), bag & SortedBag([3, 3, 8, 9]))
    bag.remove(3)
    try:
        bag.remove(7)
    except ValueError as error:
        print(error, bag.count(3))

    roads = Graph([('A', 'B', 7), ('A', 'C', 9), ('A', 'F', 14), ('B', 'C', 10), ('B', 'D', 15), ('C', 'D', 11), ('C', 'F', 2), ('D', 'E', 6), ('E', 'F', 9)])
    print(roads.shortest('A', 'E'), list(roads.breadth_first('A')), roads.spanning_tree())
    roads.connect('X', 'Y')
    try:
        roads.shortest('A', 'Y')
    except LookupError as error:
        print(error)
    grid = Graph()
    walls = {(3, y) for y in range(1, 8)} | {(x, 7) for x in range(3, 7)}
    for x, y in itertools.product(range(9), repeat=2):
        for other in ((x + 1, y), (x, y + 1)):
            if max(other) < 9 and not {(x, y), other} & walls:
                grid.connect((x, y), other)
    cost, path = grid.shortest((0, 4), (5, 6), estimate=lambda node: math.dist(node, (5, 6)))
    print(cost, len(path), path[:3], path[-1], grid.shortest((0, 4), (5, 6))[0] == cost)
    tasks = Graph([('shop', 'cook'), ('cook', 'eat'), ('lay table', 'eat'), ('eat', 'wash up')], directed=True)
    print(tasks.topological())
    tasks.connect('wash up', 'cook')
    try:
        tasks.topological()
    except ValueError as error:
        print(error)
    print(tasks.components())

    items = [('map', 9, 150), ('compass', 13, 35), ('water', 153, 200), ('sandwich', 50, 160), ('glucose', 15, 60), ('tin', 68, 45), ('banana', 27, 60)]
    print(*knapsack(items, 200))
    puzzle = ['530070000', '600195000', '098000060', '800060003', '400803001', '700020006', '060000280', '000419005', '000080079']
    print(*sudoku(puzzle), sep='\n')
    print(sudoku(['123456780', '0' * 8 + '9'] + ['0' * 9] * 7))
    words = 'one two three four five six seven eight nine ten'.split()
    by_length = {k: list(g) for k, g in itertools.groupby(sorted(words, key=lambda w: (len(w), w)), key=len)}
    print(by_length, list(itertools.accumulate(map(len, words), max)))
    print([''.join(c) for c in itertools.combinations('abcd', 2)], sum(1 for _ in itertools.permutations(range(5))), list(itertools.islice(itertools.cycle('xy'), 5)))
    print(list(itertools.zip_longest('abc', range(2), fillvalue='-')), [*itertools.takewhile(lambda x: x < 4, itertools.count(1))], list(itertools.pairwise('abcd')))


main()
