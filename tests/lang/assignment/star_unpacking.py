first, *rest = 1, 2, 3
print(first, rest)  # expect: 1 [2, 3]
*init, last = 'abc'
print(init, last)  # expect: ['a', 'b'] c
a, *middle, z = range(6)
print(a, middle, z)  # expect: 0 [1, 2, 3, 4] 5
a, *middle, z = 1, 2
print(a, middle, z)  # expect: 1 [] 2
(a, *b), *c = [(1, 2, 3), 4, 5]
print(a, b, c)  # expect: 1 [2, 3] [4, 5]
*a, = ()
print(a)  # expect: []
for x, *y in [(1, 2, 3), 'pq']:
    print(x, y)
# expect: 1 [2, 3]
# expect: p ['q']
