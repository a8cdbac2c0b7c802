# accumulate, batched, chain, pairwise, zip_longest, groupby, tee.
from itertools import *
import operator
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=1)), list(accumulate('abc')), list(accumulate([3, 1, 2], func=min)))  # expect: [1, 3, 6] [1, 2, 6] [10, 11, 13] [1] ['a', 'ab', 'abc'] [3, 1, 1]
print(list(batched('abcdefg', 3)), list(batched([], 2)), list(batched('ab', 2, strict=True)), list(batched('abc', n=1)))  # expect: [('a', 'b', 'c'), ('d', 'e', 'f'), ('g',)] [] [('a', 'b')] [('a',), ('b',), ('c',)]
print(list(chain('ab', [1], ())), list(chain()), list(chain.from_iterable(['ab', 'cd'])), list(chain.from_iterable(x for x in [[1], [2, 3]])))  # expect: ['a', 'b', 1] [] ['a', 'b', 'c', 'd'] [1, 2, 3]
print(list(pairwise('abcd')), list(pairwise('a')), list(pairwise([])))  # expect: [('a', 'b'), ('b', 'c'), ('c', 'd')] [] []
print(list(zip_longest('ab', 'c', fillvalue='-')), list(zip_longest([1], [], [2, 3])), list(zip_longest()))  # expect: [('a', 'c'), ('b', '-')] [(1, None, 2), (None, None, 3)] []
print([(k, list(g)) for k, g in groupby('aabbbca')], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])  # expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a'])] [(1, [1, 3]), (0, [2, 4]), (1, [5])]
groups = list(groupby('aabb'))
print([(k, list(g)) for k, g in groups])  # expect: [('a', []), ('b', [])]
it = groupby('aaabbb')
k, g = next(it)
print(k, next(g), next(it)[0], list(g))  # expect: a a b []
a, b, c = tee('abc', 3)
print(next(a), next(a), list(b), list(a), list(c), tee('x', 0))  # expect: a b ['a', 'b', 'c'] ['c'] ['a', 'b', 'c'] ()
a, b = tee(iter(range(200)))
print(sum(a), sum(b), list(tee([1, 2])[0]))  # expect: 19900 19900 [1, 2]
a, = tee('abcd', 1)
print(next(a)); d = a.__copy__(); print(list(a), list(d), type(a).__name__)
# expect: a
# expect: ['b', 'c', 'd'] ['b', 'c', 'd'] _tee
def reenter():
    yield 1
    next(x)
x, y = tee(reenter())
print(next(x))  # expect: 1
fails(next, x)
# expect: RuntimeError: cannot re-enter the tee iterator
fails(accumulate)
# expect: TypeError: accumulate() missing required argument 'iterable' (pos 1)
fails(accumulate, 1)
# expect: TypeError: 'int' object is not iterable
fails(accumulate, [1], x=1)
# expect: TypeError: accumulate() got an unexpected keyword argument 'x'
fails(accumulate, [], 1, 2, 3)
# expect: TypeError: accumulate() takes at most 3 arguments (4 given)
fails(batched, [1], 0)
# expect: ValueError: n must be at least one
fails(batched, [1])
# expect: TypeError: batched() missing required argument 'n' (pos 2)
fails(batched, [1], 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails(lambda: list(batched('abc', 2, strict=True)))
# expect: ValueError: batched(): incomplete batch
fails(lambda: list(chain([1], 1)))
# expect: TypeError: 'int' object is not iterable
fails(lambda: chain(x=1))
# expect: TypeError: chain() takes no keyword arguments
fails(chain.from_iterable, 1)
# expect: TypeError: 'int' object is not iterable
fails(pairwise)
# expect: TypeError: pairwise expected 1 argument, got 0
fails(pairwise, 1)
# expect: TypeError: 'int' object is not iterable
fails(zip_longest, 1)
# expect: TypeError: 'int' object is not iterable
fails(zip_longest, [], x=1)
# expect: TypeError: zip_longest() got an unexpected keyword argument
fails(groupby)
# expect: TypeError: groupby() missing required argument 'iterable' (pos 1)
fails(groupby, 1)
# expect: TypeError: 'int' object is not iterable
fails(lambda: list(groupby([1], key=5)))
# expect: TypeError: 'int' object is not callable
fails(tee)
# expect: TypeError: tee expected at least 1 argument, got 0
fails(tee, 1)
# expect: TypeError: 'int' object is not iterable
fails(tee, [], -1)
# expect: ValueError: n must be >= 0
fails(tee, [], 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
class Ch(chain): pass
print(type(Ch.from_iterable([[1]])), list(Ch([1], [2])), chain[int])  # expect: <class '__main__.Ch'> [1, 2] itertools.chain[int]
