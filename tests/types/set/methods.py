# set and frozenset: methods, operators, errors.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

s = {3, 1, 2}
s.add(4); s.add(2); s.discard(9); s.discard(1); s.remove(3)
print(s, len(s), 2 in s, 9 in s)  # expect: {2, 4} 2 True False
print(set(), frozenset(), frozenset([2, 1]), set('a'), set([(1, 2)]), {True, 1, 1.0}, {frozenset({1})})  # expect: set() frozenset() frozenset({1, 2}) {'a'} {(1, 2)} {True} {frozenset({1})}
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a, a | b | {9})  # expect: {1, 2, 3, 4, 5} {3, 4} {1, 2} {1, 2, 5} {5} {1, 2, 3, 4, 5, 9}
print(a.union(b, [7], 'x' * 0), a.intersection(b, (4, 5)), a.difference([1], [2]), a.symmetric_difference([1, 9]))  # expect: {1, 2, 3, 4, 5, 7} {4} {3, 4} {2, 3, 4, 9}
print(a.union(), a.intersection(), a.difference(), a.union() is a)  # expect: {1, 2, 3, 4} {1, 2, 3, 4} {1, 2, 3, 4} False
print(a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([8]), a.isdisjoint(b), {1} < a, a <= a, a < a, a > {1}, a >= b, a == {4, 3, 2, 1}, a != b, a == [1, 2, 3, 4])  # expect: True True True False True True False True False True True False
c = d = {1, 2, 3}
c |= {4}; c &= {2, 3, 4, 5}; c -= {3}; c ^= {2, 7}
print(d, c is d)  # expect: {4, 7} True
c.update([10, 11], (12,)); c.difference_update([10], {11}); c.intersection_update([12, 7, 4], range(10)); c.symmetric_difference_update([7, 8])
print(c)  # expect: {8, 4}
c.clear()
print(c, bool(c))  # expect: set() False
f = frozenset([1, 2])
print(f | {3}, {3} | f, type(f | {3}), type({3} | f), f == {1, 2}, hash(f) == hash(frozenset([2, 1])), f.copy() is f, frozenset(f) is f, type(f - {1}))  # expect: frozenset({1, 2, 3}) {1, 2, 3} <class 'frozenset'> <class 'set'> True True True True <class 'frozenset'>
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset(range(100))), hash(frozenset([(1, 2), 3.5, None and 1])))  # expect: 133146708735736 -558064481276695278 4411996150312757951 4515749568998542142
f |= {9}
print(sorted(f), type(f))  # expect: [1, 2, 9] <class 'frozenset'>
print({1, 2} in [{2, 1}], {1} in {frozenset({1})}, {frozenset({1}), 5} - {5})  # expect: True True {frozenset({1})}
x = {frozenset({1, 2}), 3}
x.remove({1, 2}); x.discard({7})
print(x)  # expect: {3}
fails({1}.remove, 9)
# expect: KeyError: 9
fails({1}.remove, [])
# expect: TypeError: unhashable type: 'list'
fails({1}.add, [])
# expect: TypeError: unhashable type: 'list'
fails({1}.add, {2})
# expect: TypeError: unhashable type: 'set'
fails({1}.discard, {})
# expect: TypeError: unhashable type: 'dict'
fails(set().pop)
# expect: KeyError: 'pop from an empty set'
fails(set, 1, 2)
# expect: TypeError: set expected at most 1 argument, got 2
fails(set, 5)
# expect: TypeError: 'int' object is not iterable
fails(lambda: set(x=1))
# expect: TypeError: set() takes no keyword arguments
fails(frozenset, 5)
# expect: TypeError: 'int' object is not iterable
fails(lambda: {1} | [2])
# expect: TypeError: unsupported operand type(s) for |: 'set' and 'list'
fails(lambda: {1} < 5)
# expect: TypeError: '<' not supported between instances of 'set' and 'int'
fails({1}.union, 5)
# expect: TypeError: 'int' object is not iterable
fails({1}.symmetric_difference)
# expect: TypeError: set.symmetric_difference() takes exactly one argument (0 given)
fails({1}.issubset, 5)
# expect: TypeError: 'int' object is not iterable
fails(hash, {1})
# expect: TypeError: unhashable type: 'set'
fails(lambda: [] in {1})
# expect: TypeError: unhashable type: 'list'
fails(lambda: frozenset().add)
# expect: AttributeError: 'frozenset' object has no attribute 'add'
try:
    s |= [1]
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for |=: 'set' and 'list'
try:
    s -= 5
except TypeError as e:
    print(e)  # expect: unsupported operand type(s) for -=: 'set' and 'int'
class S(set):
    pass
class F(frozenset):
    pass
y = S([1, 2]); y.extra = 1
print(y, type(y | {3}), type(y.copy()), type(y.union([1])), y == {1, 2}, S(), F([1]), F(), type(F([1]) | F([2])), frozenset(F([1])))  # expect: S({1, 2}) <class 'set'> <class 'set'> <class 'set'> True S() F({1}) F() <class 'frozenset'> frozenset({1})
t = {1, 2, 3}
print(t.pop(), t.pop(), t.pop(), t)  # expect: 1 2 3 set()
i = iter({5, 6})
print(next(i), i.__length_hint__(), list(i), next(i, 'end'))  # expect: 5 1 [6] end
t = {1, 2, 3}
try:
    for n in t: t.add(n + 10)
except RuntimeError as e:
    print(e)  # expect: Set changed size during iteration
print(set[int], frozenset[int], {1, 2}.__reduce__(), S([1]).__reduce__())  # expect: set[int] frozenset[int] (<class 'set'>, ([1, 2],), None) (<class '__main__.S'>, ([1],), None)
nested = frozenset()
for _ in range(20): nested = frozenset([nested])
print(nested, hash(nested) == hash(frozenset([frozenset(list(nested)[0])])))  # expect: frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset({frozenset()})})})})})})})})})})})})})})})})})})})}) True
nan = float('nan')
print(len({nan, nan, float('nan')}), {nan} == {nan}, {0, 0.0, -0.0, False})  # expect: 2 True {0}
big = set(range(100000))
big -= set(range(0, 100000, 2))
print(len(big), 99999 in big, 99998 in big, len(big & set(range(101))), len(big | {2}), sum(big))  # expect: 50000 True False 50 50001 2500000000
