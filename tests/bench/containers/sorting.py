# The built-in sort, with and without keys, and sorts written in Python.
import operator


def numbers(n, seed=12345):
    result = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(seed)
    return result


def quicksort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    return quicksort([x for x in items if x < pivot]) + [x for x in items if x == pivot] + quicksort([x for x in items if x > pivot])


def heap_sort(items):
    heap = items[:]
    n = len(heap)

    def sift(start, end):
        root = start
        while 2 * root + 1 < end:
            child = 2 * root + 1
            if child + 1 < end and heap[child] < heap[child + 1]:
                child += 1
            if heap[root] >= heap[child]:
                return
            heap[root], heap[child] = heap[child], heap[root]
            root = child

    for start in range(n // 2 - 1, -1, -1):
        sift(start, n)
    for end in range(n - 1, 0, -1):
        heap[0], heap[end] = heap[end], heap[0]
        sift(0, end)
    return heap


data = numbers(160_000)
words = [f'{n:x}' for n in data]
pairs = [(n % 100, word) for n, word in zip(data, words)]
checks = [
    sorted(data)[50_000],
    sorted(words)[50_000],
    sorted(pairs)[50_000],
    sorted(data, key=lambda n: n % 1000 * 1000 + n // 1000)[50_000],
    sorted(pairs, key=operator.itemgetter(1), reverse=True)[50_000],
    sorted([n / 3 for n in data], reverse=True)[50_000],
    quicksort(data[:40_000])[20_000],
    heap_sort(data[:20_000])[10_000],
]
ordered = sorted(data)
ordered[500], ordered[600] = ordered[600], ordered[500]
ordered.sort()
print(checks, ordered[500] < ordered[600])
