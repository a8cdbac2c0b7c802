g = (x * x for x in range(4))
print(type(g).__name__, next(g), list(g), list(g))  # expect: generator 0 [1, 4, 9] []
print(sum(x for x in range(5)), max((len(w), w) for w in ['a', 'ccc', 'bb']))  # expect: 10 (3, 'ccc')
print(list((i, j) for i in range(3) for j in range(i) if i + j))  # expect: [(1, 0), (2, 0), (2, 1)]
data = [1, 2]
lazy = (x for x in data)
data.append(3)
data = None
print(list(lazy))  # expect: [1, 2, 3]
n = 10
late = (x + n for x in range(2))
n = 20
print(list(late))  # expect: [20, 21]
try:
    (x for x in 5)
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
bad = (1 / x for x in (1, 0, 2))
print(next(bad))  # expect: 1.0
try:
    next(bad)
except ZeroDivisionError:
    print(list(bad))  # expect: []
print(dict((k, v) for k, v in zip('ab', range(2))), sorted(set(c for c in 'aab')), ''.join(c.upper() for c in 'xyz'), any(x > 1 for x in range(3)), tuple(x for x in ()))  # expect: {'a': 0, 'b': 1} ['a', 'b'] XYZ True ()
