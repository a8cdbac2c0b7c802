a, b = 1, 2
print(a, b)  # expect: 1 2
a, b = b, a
print(a, b)  # expect: 2 1
[c, d], e = (3, 4), 5
print(c, d, e)  # expect: 3 4 5
(f,) = 'x'
print(f)  # expect: x
g, h = {'one': 1, 'two': 2}
print(g, h)  # expect: one two
(i, (j, k)), l = ((1, (2, 3)), 4)
print(i, j, k, l)  # expect: 1 2 3 4
m, n = (x * x for x in (3, 4))
print(m, n)  # expect: 9 16
() = ()
[] = []
print('empty')  # expect: empty
