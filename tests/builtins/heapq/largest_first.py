# The heaps with the largest item first.
import heapq

heap = [3, 1, 4, 1, 5, 9, 2, 6]
heapq._heapify_max(heap)
print(heap[0], heapq._heapreplace_max(heap, 0), [heapq._heappop_max(heap) for _ in range(len(heap))], heap)  # expect: 9 9 [6, 5, 4, 3, 2, 1, 1, 0] []
try:
    heapq._heappop_max(heap)
except IndexError as error:
    print(error)  # expect: index out of range
