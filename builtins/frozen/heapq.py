"""Heap queue algorithm (a.k.a. priority queue): heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _check(heap, function, argument=' 1'):
    if not isinstance(heap, list):
        raise TypeError(f'{function}() argument{argument} must be list, not {type(heap).__name__}')


def _up(heap, place, start=0):
    """The item at `place` rises to where its parent is not larger."""
    item = heap[place]
    while place > start:
        parent = (place - 1) >> 1
        other = heap[parent]
        if not item < other:
            break
        heap[place] = other
        place = parent
    heap[place] = item


def _down(heap, place):
    """Smaller children rise until the hole is a leaf; then the item rises from there (fewer comparisons than stopping early)."""
    end = len(heap)
    start = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _up(heap, place, start)


def heappush(heap, item, /):
    """Push item onto heap, maintaining the heap invariant."""
    _check(heap, 'heappush')
    heap.append(item)
    _up(heap, len(heap) - 1)


def heappop(heap, /):
    """Pop the smallest item off the heap, maintaining the heap invariant."""
    _check(heap, 'heappop', '')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    result = heap[0]
    heap[0] = last
    _down(heap, 0)
    return result


def heapreplace(heap, item, /):
    """Pop and return the current smallest value, and add the new item."""
    _check(heap, 'heapreplace')
    if not heap:
        raise IndexError('index out of range')
    result = heap[0]
    heap[0] = item
    _down(heap, 0)
    return result


def heappushpop(heap, item, /):
    """Push item on the heap, then pop and return the smallest item from the heap."""
    _check(heap, 'heappushpop')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(heap, /):
    """Transform list into a heap, in-place, in O(len(heap)) time."""
    _check(heap, 'heapify', '')
    for place in reversed(range(len(heap) // 2)):
        _down(heap, place)


class _Reversed:
    """An item that is smaller where the original is larger."""
    __slots__ = 'value',

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __lt__(self, other):
        return other.value < self.value


def merge(*iterables, key=None, reverse=False):
    """Merge multiple sorted inputs into a single sorted output."""
    heap = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            rank = value if key is None else key(value)
            heap.append([_Reversed(rank) if reverse else rank, order, value, iterator])
            break
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            rank = value if key is None else key(value)
            entry[0] = _Reversed(rank) if reverse else rank
            entry[2] = value
            _down(heap, 0)
            break
        else:
            heappop(heap)
    if heap:
        yield heap[0][2]
        yield from heap[0][3]


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset."""
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset."""
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


# ---- heaps with the largest item first

def _heapify_max(heap, /):
    """Maxheap variant of heapify."""
    _check(heap, '_heapify_max', '')
    for place in reversed(range(len(heap) // 2)):
        _down_max(heap, place)


def _heappop_max(heap, /):
    """Maxheap variant of heappop."""
    _check(heap, '_heappop_max', '')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    result, heap[0] = heap[0], last
    _down_max(heap, 0)
    return result


def _heapreplace_max(heap, item, /):
    """Maxheap variant of heapreplace."""
    _check(heap, '_heapreplace_max')
    if not heap:
        raise IndexError('index out of range')
    result, heap[0] = heap[0], item
    _down_max(heap, 0)
    return result


def _down_max(heap, place):
    end = len(heap)
    start, item = place, heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    while place > start:
        parent = (place - 1) >> 1
        if not heap[parent] < item:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item
