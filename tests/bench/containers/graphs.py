# Shortest paths with a binary heap of tuples, breadth-first search, union-find, topological order.


def push(heap, item):
    heap.append(item)
    i = len(heap) - 1
    while i > 0:
        parent = (i - 1) >> 1
        if heap[parent] <= item:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = item


def pop(heap):
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    n = len(heap)
    i = 0
    while True:
        child = 2 * i + 1
        if child >= n:
            break
        if child + 1 < n and heap[child + 1] < heap[child]:
            child += 1
        if last <= heap[child]:
            break
        heap[i] = heap[child]
        i = child
    heap[i] = last
    return top


def make(n, degree):
    graph = {i: [] for i in range(n)}
    seed = 99
    for i in range(n):
        for _ in range(degree):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            graph[i].append(((seed >> 7) % n, (seed >> 3) % 100 + 1))
    return graph


def dijkstra(graph, start):
    distances = {start: 0}
    heap = [(0, start)]
    done = set()
    while heap:
        distance, node = pop(heap)
        if node in done:
            continue
        done.add(node)
        for other, weight in graph[node]:
            new = distance + weight
            if other not in distances or new < distances[other]:
                distances[other] = new
                push(heap, (new, other))
    return distances


def breadth_first(graph, start):
    levels = {start: 0}
    frontier = [start]
    while frontier:
        following = []
        for node in frontier:
            for other, _ in graph[node]:
                if other not in levels:
                    levels[other] = levels[node] + 1
                    following.append(other)
        frontier = following
    return levels


def components(graph):
    parent = list(range(len(graph)))

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for node, edges in graph.items():
        for other, weight in edges:
            if weight < 30:
                parent[find(node)] = find(other)
    return len({find(x) for x in parent})


graph = make(12_000, 6)
distances = dijkstra(graph, 0)
levels = breadth_first(graph, 0)
total = sum(dijkstra(graph, start)[7] for start in range(1, 10))
print(len(distances), max(distances.values()), total, max(levels.values()), sum(levels.values()), components(graph))
