a = b, *c = 1, 2, 3
print(a, b, c)  # expect: (1, 2, 3) 1 [2, 3]
x, y = z = [1, 2]
print(x, y, z)  # expect: 1 2 [1, 2]
d = {}
d['a'], d['b'] = d['c'] = 'pq'
print(d)  # expect: {'a': 'p', 'b': 'q', 'c': 'pq'}


class O: pass


o = O()
o.x = o.y, o.z = (1, 2)
print(o.x, o.y, o.z)  # expect: (1, 2) 1 2
l = [0] * 3
l[0], l[l[0]] = 1, 5
print(l)  # expect: [1, 5, 0]
i, l[i] = 2, 'set at new i'
print(l)  # expect: [1, 5, 'set at new i']
