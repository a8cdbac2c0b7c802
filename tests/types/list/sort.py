# sort and sorted: order, stability, keys, errors, lists that change meanwhile.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

state = 12345
def random(n):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state % n

for size in (0, 1, 2, 3, 10, 31, 32, 33, 64, 65, 100, 1000, 3000):
    ints = [random(size * 2 + 1) - size for _ in range(size)]
    for make in (lambda x: x, lambda x: x * 2**70, float, str, lambda x: (x % 7, x), lambda x: [x], lambda x: x if x % 2 else float(x)):
        data = [make(x) for x in ints]
        result = sorted(data)
        assert all(not b < a for a, b in zip(result, result[1:])), (size, data[:3])
        assert sorted(data, reverse=True) == sorted(result, reverse=True)
        assert len(result) == size and all(x in result for x in data[:50])
        pairs = sorted(enumerate(data), key=lambda p: p[1])
        assert [p[1] for p in pairs] == result
        assert all(a[0] < b[0] for a, b in zip(pairs, pairs[1:]) if a[1] == b[1]), 'not stable'
        pairs = sorted(enumerate(data), key=lambda p: p[1], reverse=True)
        assert all(a[0] < b[0] for a, b in zip(pairs, pairs[1:]) if a[1] == b[1]), 'not stable in reverse'
    shapes = [list(range(size)), list(range(size))[::-1], [1] * size, [i // 3 for i in range(size)], [-(i // 3) for i in range(size)],
              [i % 10 for i in range(size)], list(range(size // 2)) * 2, list(range(size)) + [0]]
    for shape in shapes:
        result = sorted(shape)
        assert all(a <= b for a, b in zip(result, result[1:])) and len(result) == len(shape)
print('sorted')  # expect: sorted
print(sorted('hello world'), sorted({3: 1, 1: 2}), sorted((3, 1, 2), reverse=True), sorted([]))  # expect: [' ', 'd', 'e', 'h', 'l', 'l', 'l', 'o', 'o', 'r', 'w'] [1, 3] [3, 2, 1] []
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([3, -1, 2], key=abs), sorted([1, 2, 3], key=lambda x: 0, reverse=True))  # expect: ['A', 'b', 'c'] [-1, 2, 3] [1, 2, 3]
print(sorted([True, 0, 1.5, -2, 2**70, -2**70, float('inf')]))  # expect: [-1180591620717411303424, -2, 0, True, 1.5, 1180591620717411303424, inf]
print(sorted(['é', 'z', 'a', 'α', '😀']))  # expect: ['a', 'z', 'é', 'α', '😀']
fails(sorted, [1, 'a'])
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
fails(sorted, [None, None])
# expect: TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
fails([3, 1].sort, lambda x: x)
# expect: TypeError: sort() takes no positional arguments
fails([3, 1].sort, key=5)
# expect: TypeError: 'int' object is not callable
fails(sorted, [1], 5)
# expect: TypeError: sorted expected 1 argument, got 2
fails(sorted, [1], x=5)
# expect: TypeError: sort() got an unexpected keyword argument 'x'
fails(sorted)
# expect: TypeError: sorted expected 1 argument, got 0
fails(sorted, 5)
# expect: TypeError: 'int' object is not iterable
fails(sorted, [3, 1, 2], key=lambda x: 1 // (x - 1))
# expect: ZeroDivisionError: integer division or modulo by zero

a = [3, 1, 2]
def spy(x):
    print('in the key:', a)
    return x
a.sort(key=spy)
# expect: in the key: []
# expect: in the key: []
# expect: in the key: []
print(a)  # expect: [1, 2, 3]
def grow(x):
    b.append(x)
    return x
b = [3, 1, 2]
fails(b.sort, key=grow)
# expect: ValueError: list modified during sort
print(b)  # expect: [1, 2, 3]
class Odd:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        if self.n == 13: raise ValueError('unlucky')
        return self.n < other.n
    def __repr__(self): return f'Odd({self.n})'
c = [Odd(n) for n in (5, 13, 2, 8)]
fails(c.sort)
# expect: ValueError: unlucky
print(sorted(x.n for x in c))  # expect: [2, 5, 8, 13]
calls = 0
class Counted:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        global calls
        calls += 1
        return self.n < other.n
for shape in (list(range(100)), list(range(100))[::-1], [0] * 100, [i * 37 % 101 for i in range(100)], [i % 5 for i in range(300)], [i * i % 97 for i in range(1000)]):
    calls = 0
    result = sorted(map(Counted, shape))
    print(calls, [x.n for x in result[:3]])
# expect: 99 [0, 1, 2]
# expect: 99 [0, 1, 2]
# expect: 99 [0, 0, 0]
# expect: 533 [0, 1, 2]
# expect: 1654 [0, 0, 0]
# expect: 8398 [0, 0, 0]
