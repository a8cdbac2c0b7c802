# product, permutations, combinations, combinations_with_replacement.
from itertools import *
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(list(product('ab', [1, 2])), list(product()), list(product('ab', repeat=2)), list(product([], 'a')), list(product('ab', repeat=0)), len(list(product(range(3), repeat=4))))  # expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [()] [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [] [()] 81
print(list(permutations('abc', 2)), list(permutations([1, 2, 3])), list(permutations([], 0)), list(permutations([1], 2)), list(permutations('ab', None)), len(list(permutations(range(6), 4))))  # expect: [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)] [()] [] [('a', 'b'), ('b', 'a')] 360
print(list(combinations('abcd', 2)), list(combinations('abc', 0)), list(combinations('ab', 3)), list(combinations(range(4), 4)), len(list(combinations(range(10), 5))))  # expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [()] [] [(0, 1, 2, 3)] 252
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement([], 1)), list(combinations_with_replacement([], 0)), len(list(combinations_with_replacement(range(5), 4))))  # expect: [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')] [] [()] 70
kept = [p for p in permutations(range(3))]
print(len(set(map(id, kept))), kept)  # expect: 6 [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]
print(sum(1 for a, b, c in product(range(10), repeat=3) if a + b == c), [hash(t) == hash(tuple(t)) for t in combinations('abc', 2)])  # expect: 55 [True, True, True]
print({t: i for i, t in enumerate(combinations('abc', 2))})  # expect: {('a', 'b'): 0, ('a', 'c'): 1, ('b', 'c'): 2}
fails(product, 1)
# expect: TypeError: 'int' object is not iterable
fails(product, [1], repeat=-1)
# expect: ValueError: repeat argument cannot be negative
fails(product, [1], repeat='a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails(product, [1], x=2)
# expect: TypeError: product() got an unexpected keyword argument 'x'
fails(product, [1] * 2, repeat=2**62)
# expect: OverflowError: repeat argument too large
fails(permutations)
# expect: TypeError: permutations() missing required argument 'iterable' (pos 1)
fails(permutations, 1)
# expect: TypeError: 'int' object is not iterable
fails(permutations, [1], -1)
# expect: ValueError: r must be non-negative
fails(permutations, [1], 'a')
# expect: TypeError: Expected int as r
fails(combinations)
# expect: TypeError: combinations() missing required argument 'iterable' (pos 1)
fails(combinations, [1])
# expect: TypeError: combinations() missing required argument 'r' (pos 2)
fails(combinations, 1, 2)
# expect: TypeError: 'int' object is not iterable
fails(combinations, [1], -1)
# expect: ValueError: r must be non-negative
fails(combinations, [1], 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails(combinations_with_replacement, [1], -1)
# expect: ValueError: r must be non-negative
