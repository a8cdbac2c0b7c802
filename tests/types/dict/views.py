# keys(), values() and items(): live, and sets where they can be.
def fails(f):
    try:
        print('no error:', f())
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))  # expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)]) 3 3 3
d['d'] = 4
del d['a']
print(k, v, i, 'd' in k, 4 in v, ('d', 4) in i, ('d', 5) in i, 'd' in i, ('d',) in i)  # expect: dict_keys(['b', 'c', 'd']) dict_values([2, 3, 4]) dict_items([('b', 2), ('c', 3), ('d', 4)]) True True True False False False
print(sorted(k & {'b', 'x'}), sorted(k | 'xy'), sorted(k - {'b'}), sorted(k ^ ['b', 'z']), sorted({'b', 'q'} - k), sorted(['b', 'q'] & k))  # expect: ['b'] ['b', 'c', 'd', 'x', 'y'] ['c', 'd'] ['c', 'd', 'z'] ['q'] ['b']
print(sorted(i & {('b', 2), ('b', 3)}), sorted(i - [('b', 2)]), type(k & k), type(i | i))  # expect: [('b', 2)] [('c', 3), ('d', 4)] <class 'set'> <class 'set'>
print(k == {'b', 'c', 'd'}, k < {'b', 'c', 'd', 'e'}, k <= k, k > {'b'}, k >= {'b', 'z'}, k != k, {'b': 0}.keys() == {'b': 1}.keys(), {'b'} == {'b': 0}.keys())  # expect: True True True True False False True True
print(i == {('b', 2), ('c', 3), ('d', 4)}, v == v, v == d.values(), k.isdisjoint('xyz'), k.isdisjoint(d), i.isdisjoint([]))  # expect: True True False True False True
print(k.mapping == d, type(k.mapping).__name__, list(reversed(k)), list(reversed(v)), list(reversed(i)))  # expect: True mappingproxy ['d', 'c', 'b'] [4, 3, 2] [('d', 4), ('c', 3), ('b', 2)]
fails(lambda: k - 5)
# expect: TypeError: 'int' object is not iterable
fails(lambda: 5 - k)
# expect: TypeError: 'int' object is not iterable
fails(lambda: k < 5)
# expect: TypeError: '<' not supported between instances of 'dict_keys' and 'int'
fails(lambda: hash(k))
# expect: TypeError: unhashable type: 'dict_keys'
fails(lambda: hash(i))
# expect: TypeError: unhashable type: 'dict_items'
fails(lambda: {1: []}.items() | {})
# expect: TypeError: unhashable type: 'list'
fails(lambda: k['a'])
# expect: TypeError: 'dict_keys' object is not subscriptable
fails(lambda: v | v)
# expect: TypeError: unsupported operand type(s) for |: 'dict_values' and 'dict_values'
fails(lambda: type(k)())
# expect: TypeError: cannot create 'dict_keys' instances
fails(lambda: k.mapping.update(a=1))
# expect: AttributeError: 'mappingproxy' object has no attribute 'update'
r = {}
r['k'] = r.values()
print(r)  # expect: {'k': dict_values([...])}
r['k'] = r.items()
print(r)  # expect: {'k': dict_items([('k', ...)])}
