# dict: methods, operators, order, views.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

d = {'a': 1, 2: 'b', (3,): None, None: 4.5, 2.5: 'f', True: 'true'}
print(d, len(d))  # expect: {'a': 1, 2: 'b', (3,): None, None: 4.5, 2.5: 'f', True: 'true'} 6
print(d['a'], d[2], d[2.0], d[(3,)], d[None], d[1], d[1.0], d.get('zz'), d.get('zz', 7), d.get(True))  # expect: 1 b b None 4.5 true true None 7 true
d[1] = 'one'; d[2.0] = 'two'
print(d)  # expect: {'a': 1, 2: 'two', (3,): None, None: 4.5, 2.5: 'f', True: 'one'}
del d['a']
d['a'] = 'again'
print(list(d), 'a' in d, 'q' in d, 1 in d, (3,) in d)  # expect: [2, (3,), None, 2.5, True, 'a'] True False True True
print(d.pop(1), d.pop('zz', 'none'), d.popitem(), d.setdefault('new', []), d.setdefault('new', 5), d)  # expect: one none ('a', 'again') [] [] {2: 'two', (3,): None, None: 4.5, 2.5: 'f', 'new': []}
d.setdefault('new').append(1)
d.update({'u': 1}, v=2); d.update([('w', 3), ['x', 4], 'yz']); d.update(u=9); d.update()
print(d)  # expect: {2: 'two', (3,): None, None: 4.5, 2.5: 'f', 'new': [1], 'u': 9, 'v': 2, 'w': 3, 'x': 4, 'y': 'z'}
print(dict(), dict(a=1), dict({'a': 1}, b=2), dict([(1, 2)]), dict(zip('ab', range(2))), dict(['ab', 'cd']), {**{'a': 1}, 'b': 2})  # expect: {} {'a': 1} {'a': 1, 'b': 2} {1: 2} {'a': 0, 'b': 1} {'a': 'b', 'c': 'd'} {'a': 1, 'b': 2}
print(dict.fromkeys('abc'), dict.fromkeys([1, 2], 0), {}.fromkeys((1,), []))  # expect: {'a': None, 'b': None, 'c': None} {1: 0, 2: 0} {1: []}
print({'a': 1} | {'b': 2, 'a': 3}, {'a': 1} == {'a': 1.0}, {'a': 1} != {'a': 2}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} == [])  # expect: {'a': 3, 'b': 2} True True True False
e = f = {'a': 1}
e |= {'b': 2}; e |= [('c', 3)]
print(f, f.copy() is f, f.copy() == f)  # expect: {'a': 1, 'b': 2, 'c': 3} False True
f.clear()
print(e, bool(e))  # expect: {} False
fails(lambda: {}['x'])
# expect: KeyError: 'x'
fails(lambda: {}[[]])
# expect: TypeError: unhashable type: 'list'
fails(lambda: {[]: 1})
# expect: TypeError: unhashable type: 'list'
fails({}.pop, 'x')
# expect: KeyError: 'x'
fails({}.pop, [])
# expect: KeyError: []
fails({1: 2}.pop, [])
# expect: TypeError: unhashable type: 'list'
fails({}.popitem)
# expect: KeyError: 'popitem(): dictionary is empty'
fails({}.__delitem__, 1)
# expect: KeyError: 1
fails(dict, 5)
# expect: TypeError: 'int' object is not iterable
fails(dict, [5])
# expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
fails(dict, [(1, 2, 3)])
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
fails(dict, [(1, 2), 'abc'])
# expect: ValueError: dictionary update sequence element #1 has length 3; 2 is required
fails(dict, 1, 2)
# expect: TypeError: dict expected at most 1 argument, got 2
fails({}.update, 1, 2)
# expect: TypeError: update expected at most 1 argument, got 2
fails({}.update, 5)
# expect: TypeError: 'int' object is not iterable
fails(dict.fromkeys)
# expect: TypeError: fromkeys expected at least 1 argument, got 0
fails(dict.fromkeys, 5)
# expect: TypeError: 'int' object is not iterable
fails(lambda: {} | 5)
# expect: TypeError: unsupported operand type(s) for |: 'dict' and 'int'
fails(lambda: {} < {})
# expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
fails(hash, {})
# expect: TypeError: unhashable type: 'dict'
fails({}.get, [])
# expect: TypeError: unhashable type: 'list'
fails({}.setdefault, [])
# expect: TypeError: unhashable type: 'list'
fails(lambda: [] in {})
# expect: TypeError: unhashable type: 'list'
g = {i: i * i for i in range(5)}
print(list(reversed(g)), list(reversed(g.items())), list(reversed(g.values())), list(g.keys()), list(g.values()), list(g.items()))  # expect: [4, 3, 2, 1, 0] [(4, 16), (3, 9), (2, 4), (1, 1), (0, 0)] [16, 9, 4, 1, 0] [0, 1, 2, 3, 4] [0, 1, 4, 9, 16] [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16)]
r = {}; r['self'] = r; r['list'] = [r]
print(r)  # expect: {'self': {...}, 'list': [{...}]}
class D(dict):
    def __missing__(self, key): return f'missing {key}'
x = D(a=1); x.extra = 2
print(x['a'], x['zz'], x.get('zz'), x, type(x.copy()), type(x | {}), x == {'a': 1}, x.extra, type(D.fromkeys('ab')), D.fromkeys('ab'))  # expect: 1 missing zz None {'a': 1} <class 'dict'> <class 'dict'> True 2 <class '__main__.D'> {'a': None, 'b': None}
class Mapping:
    def keys(self): return ['k1', 'k2']
    def __getitem__(self, key): return key * 2
print(dict(Mapping()), {**Mapping()})  # expect: {'k1': 'k1k1', 'k2': 'k2k2'} {'k1': 'k1k1', 'k2': 'k2k2'}
m = {}
for i in range(1000): m[i] = str(i)
for i in range(0, 1000, 3): del m[i]
for i in range(0, 1000, 2): m[i] = -i
print(len(m), sum(1 for k in m if k % 3 == 0), m[998], m.get(999), list(m)[:5], list(m)[-3:])  # expect: 833 167 -998 None [1, 2, 4, 5, 7] [984, 990, 996]
for i in list(m): del m[i]
print(m, len(m))  # expect: {} 0
q = {}
for i in range(5000):
    q[i] = i
    if i >= 10: del q[i - 10]
print(list(q), q.popitem(), next(iter(q)))  # expect: [4990, 4991, 4992, 4993, 4994, 4995, 4996, 4997, 4998, 4999] (4999, 4999) 4990
for i in range(3000):
    q[f's{i}'] = i
    q.popitem()
print(len(q), list(q)[:3])  # expect: 9 [4990, 4991, 4992]
s = {str(i): i for i in range(300)}
print(all(s[str(i)] == i for i in range(300)), s.get('300'), sum(s.values()), '299' in s)  # expect: True None 44850 True
s[(1, 2)] = 'general now'
print(all(s[str(i)] == i for i in range(300)), s[(1, 2)], len(s))  # expect: True general now 301
big = {2**70: 'big', 1e300: 'float', float(2**70): 'same'}
print(big, big[2**70], {0: 'a', 0.0: 'b', -0.0: 'c', False: 'd'})  # expect: {1180591620717411303424: 'same', 1e+300: 'float'} same {0: 'd'}
nan = float('nan')
print(len({nan: 1, nan: 2, float('nan'): 3}), {nan: 1}[nan])  # expect: 2 1
print(dict[str, int], {}.__class_getitem__(int))  # expect: dict[str, int] dict[int]
