import bisect, heapq


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2, 3], 5, key=lambda v: v))  # expect: 3 1 3
l = [1, 3]
bisect.insort(l, 2)
bisect.insort_left(l, 2)
print(l)  # expect: [1, 2, 2, 3]
show(bisect.bisect, [1], 1, -1)
# expect: ValueError lo must be non-negative
h = [5, 3, 8, 1]
heapq.heapify(h)
print(h, heapq.heappop(h), heapq.heappush(h, 0))  # expect: [0, 3, 8, 5] 1 None
print(h, heapq.heapreplace(h, 7), heapq.heappushpop(h, -1))  # expect: [3, 5, 8, 7] 0 -1
print(h, heapq.nlargest(2, [1, 5, 3]), heapq.nsmallest(2, [4, 1, 3], key=lambda v: -v))  # expect: [3, 5, 8, 7] [5, 3] [4, 3]
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(['a', 'bbb'], ['cc'], key=len)))  # expect: [0, 1, 2, 3, 4] [4, 3, 2, 1] ['a', 'cc', 'bbb']
show(heapq.heappop, [])
# expect: IndexError index out of range
show(heapq.heappush, (), 1)
# expect: TypeError heappush() argument 1 must be list, not tuple
h = []
for v in [(2, 'b'), (1, 'a'), (3, 'c')]:
    heapq.heappush(h, v)
print([heapq.heappop(h) for _ in range(3)])  # expect: [(1, 'a'), (2, 'b'), (3, 'c')]
