# count, cycle, repeat, compress, dropwhile, takewhile, filterfalse, starmap, islice.
from itertools import *
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(list(islice(count(), 3)), list(islice(count(10, -3), 4)), list(islice(count(1.5, .5), 3)), list(islice(count(2**61 - 2), 4)), list(islice(count(step=2), 2)))  # expect: [0, 1, 2] [10, 7, 4, 1] [1.5, 2.0, 2.5] [2305843009213693950, 2305843009213693951, 2305843009213693952, 2305843009213693953] [0, 2]
print(count(), count(10), count(10, 2), count(1.5), count(1, 1.0), next(count(True)), next(count(2**100)), next(count(1j)))  # expect: count(0) count(10) count(10, 2) count(1.5) count(1, 1.0) 1 1267650600228229401496703205376 1j
print(list(islice(cycle('ab'), 5)), list(cycle([])), list(repeat('x', 3)), repeat(1), repeat(1, 3), list(repeat(1, 0)), list(repeat(1, -5)), list(map(pow, range(4), repeat(2))))  # expect: ['a', 'b', 'a', 'b', 'a'] [] ['x', 'x', 'x'] repeat(1) repeat(1, 3) [] [] [0, 1, 4, 9]
c = cycle(x for x in 'abc')
print([next(c) for _ in range(7)])  # expect: ['a', 'b', 'c', 'a', 'b', 'c', 'a']
print(list(compress('abcdef', [1, 0, 1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])))  # expect: ['a', 'c', 'e'] [3, 1] [1, 2]
print(list(filterfalse(None, [0, 1, '', 2])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), [3, 2]])), list(starmap(max, ['ab', 'xyz'])))  # expect: [0, ''] [0, 2, 4] [8, 9] ['b', 'z']
print(list(islice('abcdef', 3)), list(islice('abcdef', 2, 4)), list(islice('abcdef', 1, None, 2)), list(islice('abc', None)), list(islice('abc', 0)), list(islice('abcdef', 4, 2)), list(islice(range(100), 0, 100, 30)))  # expect: ['a', 'b', 'c'] ['c', 'd'] ['b', 'd', 'f'] ['a', 'b', 'c'] [] [] [0, 30, 60, 90]
i = iter(range(10))
print(list(islice(i, 2, 5)), next(i), list(islice(i, 1)), next(i))  # expect: [2, 3, 4] 5 [6] 7
t = takewhile(lambda x: x < 2, iter([1, 5, 1]))
print(list(t), list(t))  # expect: [1] []
fails(count, 'a')
# expect: TypeError: a number is required
fails(count, 1, 2, 3)
# expect: TypeError: count() takes at most 2 arguments (3 given)
fails(count, x=1)
# expect: TypeError: count() got an unexpected keyword argument 'x'
fails(cycle)
# expect: TypeError: cycle expected 1 argument, got 0
fails(cycle, 1)
# expect: TypeError: 'int' object is not iterable
fails(lambda: cycle(x=1))
# expect: TypeError: cycle() takes no keyword arguments
fails(repeat)
# expect: TypeError: repeat() missing required argument 'object' (pos 1)
fails(repeat, 1, 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails(repeat, 1, 2, 3)
# expect: TypeError: repeat() takes at most 2 arguments (3 given)
fails(repeat(1).__length_hint__)
# expect: TypeError: len() of unsized object
fails(compress, 1, 2)
# expect: TypeError: 'int' object is not iterable
fails(compress)
# expect: TypeError: compress() missing required argument 'data' (pos 1)
fails(dropwhile, 1)
# expect: TypeError: dropwhile expected 2 arguments, got 1
fails(dropwhile, 1, 2)
# expect: TypeError: 'int' object is not iterable
fails(takewhile, x=1)
# expect: TypeError: takewhile() takes no keyword arguments
fails(lambda: list(starmap(pow, [1])))
# expect: TypeError: 'int' object is not iterable
fails(islice)
# expect: TypeError: islice expected at least 2 arguments, got 0
fails(islice, [])
# expect: TypeError: islice expected at least 2 arguments, got 1
fails(islice, [], 'a')
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
fails(islice, [], -1)
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
fails(islice, [], 1, -1)
# expect: ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
fails(islice, [], -1, 1)
# expect: ValueError: Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
fails(islice, [], 1, 2, 0)
# expect: ValueError: Step for islice() must be a positive integer or None.
fails(islice, [], 1, 2, 3, 4)
# expect: TypeError: islice expected at most 4 arguments, got 5
fails(islice, 1, 1)
# expect: TypeError: 'int' object is not iterable
class C(count): pass
print(C(5), type(C(5)), next(C(5)), iter(count(1)).__class__.__name__)  # expect: C(5) <class '__main__.C'> 5 count
