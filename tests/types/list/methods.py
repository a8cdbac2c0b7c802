# append, extend, insert, pop, remove, index, count, reverse, copy, clear; operators.
def fails(f, *args):
    try:
        print('no error:', f(*args))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

a = []
print(a.append(1), a.append([2]), a)  # expect: None None [1, [2]]
a.extend('ab'); a.extend((3, 4)); a.extend(a); a.extend({5: 6}); a.extend(x * x for x in range(3)); a.extend(range(2))
print(a, len(a))  # expect: [1, [2], 'a', 'b', 3, 4, 1, [2], 'a', 'b', 3, 4, 5, 0, 1, 4, 0, 1] 18
a = [1, 2, 3]
a.insert(0, 'first'); a.insert(100, 'last'); a.insert(-1, 'before last'); a.insert(-100, 'very first')
print(a)  # expect: ['very first', 'first', 1, 2, 3, 'before last', 'last']
print(a.pop(), a.pop(0), a.pop(-2), a)  # expect: last very first 3 ['first', 1, 2, 'before last']
a.remove(2)
print(a)  # expect: ['first', 1, 'before last']
b = [1, 2, 1.0, True, 3, '1']
print(b.index(1), b.index(1, 1), b.index(True, 3, 4), b.count(1), b.index('1', -2), b.index(3, -100, 100))  # expect: 0 2 3 3 5 4
b.reverse()
print(b, b.copy(), b.copy() is b)  # expect: ['1', 3, True, 1.0, 2, 1] ['1', 3, True, 1.0, 2, 1] False
b.clear()
print(b)  # expect: []
fails([].pop)
# expect: IndexError: pop from empty list
fails([1].pop, 7)
# expect: IndexError: pop index out of range
fails([1].pop, 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails([1].remove, 9)
# expect: ValueError: list.remove(x): x not in list
fails([1].index, 9)
# expect: ValueError: 9 is not in list
fails([1].index, 1, 5)
# expect: ValueError: 1 is not in list
fails([1].index, 1, 'a')
# expect: TypeError: slice indices must be integers or have an __index__ method
fails([1].insert, 'a', 1)
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails([1].extend, 5)
# expect: TypeError: 'int' object is not iterable
fails([1].append)
# expect: TypeError: list.append() takes exactly one argument (0 given)
fails([].append, 1, 2)
# expect: TypeError: list.append() takes exactly one argument (2 given)
fails(list, 1, 2)
# expect: TypeError: list expected at most 1 argument, got 2
fails(lambda: list(x=1))
# expect: TypeError: list() takes no keyword arguments
fails(list, 5)
# expect: TypeError: 'int' object is not iterable
fails(lambda: [1] + (2,))
# expect: TypeError: can only concatenate list (not "tuple") to list
fails(lambda: [1] * 'a')
# expect: TypeError: can't multiply sequence by non-int of type 'str'
fails(lambda: [1] * 2.0)
# expect: TypeError: can't multiply sequence by non-int of type 'float'
fails(lambda: [1] * 2**70)
# expect: OverflowError: cannot fit 'int' into an index-sized integer
fails(lambda: [] < ())
# expect: TypeError: '<' not supported between instances of 'list' and 'tuple'
fails(hash, [])
# expect: TypeError: unhashable type: 'list'
print([1, 2] + [3], [1, 2] * 2, 2 * [1], [1] * 0, [1] * -1, [0] * True)  # expect: [1, 2, 3] [1, 2, 1, 2] [1, 1] [] [] [0]
c = d = [1, 2]
c += (3,); c += 'x'; c *= 2
print(d, c is d)  # expect: [1, 2, 3, 'x', 1, 2, 3, 'x'] True
c *= 0
print(d)  # expect: []
print([1, 2] == [1, 2], [1, 2] != [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 5], [1, 2] <= [1, 2], [] >= [1], [1] == (1,))  # expect: True False True True True True False False
nan = float('nan')
print([nan] == [nan], nan in [nan], [nan].index(nan), [float('nan')] == [float('nan')], [nan].count(nan))  # expect: True True 0 False 1
print([[1], [2, [3]]], [list], [''], list('abc'), list({1: 2}), list())  # expect: [[1], [2, [3]]] [<class 'list'>] [''] ['a', 'b', 'c'] [1] []
r = [1]; r.append(r); r.append({'k': r})
print(r)  # expect: [1, [...], {'k': [...]}]
print(1 in [True], 'a' in ['b'], [] in [[]], None in [None])  # expect: True False True True
print(list[int], list[int, str], list.__class_getitem__(int))  # expect: list[int] list[int, str] list[int]

class L(list):
    pass
l = L([1, 2]); l.extra = 5
print(l, type(l), type(l[:]), type(l + l), type(l * 2), type(l.copy()), l == [1, 2], l.extra)  # expect: [1, 2] <class '__main__.L'> <class 'list'> <class 'list'> <class 'list'> <class 'list'> True 5
print(isinstance(l, list), L([3]) + [4], [4] + L([3]))  # expect: True [3, 4] [4, 3]
class K(list):
    def __init__(self, *args, key=None): super().__init__(args); self.key = key
print(K(1, 2, key=3), K(key=4).key)  # expect: [1, 2] 4
l.__init__((9, 8))
print(l)  # expect: [9, 8]
print([1, 2, 3].__len__(), [1].__contains__(1), [1].__add__([2]), [1].__eq__(5), [1].__lt__([2]), [3, 4].__getitem__(1), [1].__mul__(2), [1].__rmul__(2))  # expect: 3 True [1, 2] NotImplemented True 4 [1, 1] [1, 1]
x, *y, z = [1, 2, 3, 4]
print(x, y, z, [*y, *'ab'])  # expect: 1 [2, 3] 4 [2, 3, 'a', 'b']
it = iter([1, 2])
print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())  # expect: 1 1 [2] [] 0
grow = [1]
for n in grow:
    if n < 5: grow.append(n + 1)
print(grow)  # expect: [1, 2, 3, 4, 5]
done = iter(grow); list(done); grow.append(6)
print(list(done), list(reversed(grow)), list(reversed([])))  # expect: [] [6, 5, 4, 3, 2, 1] []
