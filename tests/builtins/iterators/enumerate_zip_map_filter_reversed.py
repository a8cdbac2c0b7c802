# The built-in iterators over iterators.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(list(enumerate('abc')), list(enumerate('ab', 5)), list(enumerate([], 3)), list(enumerate(iterable='a', start=-1)), list(enumerate('ab', 2**61 - 1)), list(enumerate(start=2, iterable='x')))  # expect: [(0, 'a'), (1, 'b'), (2, 'c')] [(5, 'a'), (6, 'b')] [] [(-1, 'a')] [(2305843009213693951, 'a'), (2305843009213693952, 'b')] [(2, 'x')]
for i, c in enumerate('xy', start=1): print(i, c)
# expect: 1 x
# expect: 2 y
pairs = list(enumerate('ab'))
print(pairs[0] is not pairs[1], pairs)  # expect: True [(0, 'a'), (1, 'b')]
print(list(zip('abc', range(2))), list(zip()), list(zip([1, 2])), list(zip('ab', 'cd', 'ef', strict=True)), dict(zip('ab', [1, 2])), list(zip(*[(1, 2), (3, 4)])))  # expect: [('a', 0), ('b', 1)] [] [(1,), (2,)] [('a', 'c', 'e'), ('b', 'd', 'f')] {'a': 1, 'b': 2} [(1, 3), (2, 4)]
it = zip([1, 2], [3, 4])
a = next(it); b = next(it)
print(a, b, a is b)  # expect: (1, 3) (2, 4) False
print(list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(map(lambda *a: a, 'ab', 'cde', [1, 2, 3])), list(map(int, '12')))  # expect: ['1', '2'] [8, 9] [('a', 'c', 1), ('b', 'd', 2)] [1, 2]
print(list(filter(None, [0, 1, '', 'a', [], [1]])), list(filter(bool, [0, 2])), list(filter(lambda x: x > 1, range(4))))  # expect: [1, 'a', [1]] [2] [2, 3]
print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))  # expect: [3, 2, 1] ['c', 'b', 'a'] [2, 1] [2, 1, 0] [3, 1]
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class Own:
    def __reversed__(self): return 'whatever'
class Never(list):
    __reversed__ = None
print(list(reversed(Seq())), reversed(Own()), reversed(Seq()).__length_hint__())  # expect: [20, 10, 0] whatever 3
fails(enumerate)
# expect: TypeError: enumerate() missing required argument 'iterable'
fails(enumerate, 1)
# expect: TypeError: 'int' object is not iterable
fails(enumerate, [], 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails(enumerate, [], 1, 2)
# expect: TypeError: enumerate() takes at most 2 arguments (3 given)
fails(lambda: enumerate(start=5))
# expect: TypeError: 'start' is an invalid keyword argument for enumerate()
fails(lambda: enumerate(x=1))
# expect: TypeError: 'x' is an invalid keyword argument for enumerate()
fails(lambda: enumerate([], x=1))
# expect: TypeError: 'x' is an invalid keyword argument for enumerate()
fails(zip, 5)
# expect: TypeError: 'int' object is not iterable
fails(lambda: zip(x=1))
# expect: TypeError: zip() got an unexpected keyword argument 'x'
fails(lambda: list(zip([1, 2], [1], strict=True)))
# expect: ValueError: zip() argument 2 is shorter than argument 1
fails(lambda: list(zip([1], [1, 2], strict=True)))
# expect: ValueError: zip() argument 2 is longer than argument 1
fails(lambda: list(zip([1], [1], [1, 2], strict=True)))
# expect: ValueError: zip() argument 3 is longer than arguments 1-2
fails(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
# expect: ValueError: zip() argument 3 is shorter than arguments 1-2
fails(lambda: list(zip([], [1], strict=True)))
# expect: ValueError: zip() argument 2 is longer than argument 1
fails(map)
# expect: TypeError: map() must have at least two arguments.
fails(map, 1)
# expect: TypeError: map() must have at least two arguments.
fails(map, 1, 2)
# expect: TypeError: 'int' object is not iterable
fails(lambda: map(f=1))
# expect: TypeError: map() takes no keyword arguments
fails(next, map(1, [2]))
# expect: TypeError: 'int' object is not callable
fails(filter)
# expect: TypeError: filter expected 2 arguments, got 0
fails(filter, 1)
# expect: TypeError: filter expected 2 arguments, got 1
fails(filter, 1, 2)
# expect: TypeError: 'int' object is not iterable
fails(reversed)
# expect: TypeError: reversed expected 1 argument, got 0
fails(reversed, 5)
# expect: TypeError: 'int' object is not reversible
fails(reversed, {1})
# expect: TypeError: 'set' object is not reversible
fails(reversed, Never())
# expect: TypeError: 'Never' object is not reversible
fails(reversed, [], 1)
# expect: TypeError: reversed expected 1 argument, got 2
class E(enumerate):
    def __init__(self, *args, **named): self.extra = 1
print(list(E('ab')), E('').extra)  # expect: [(0, 'a'), (1, 'b')] 1
class Z(zip): pass
print(type(Z([1])), list(Z([1], [2])))  # expect: <class '__main__.Z'> [(1, 2)]
e = enumerate('ab')
print(e.__reduce__()[1][1], next(e), e.__reduce__()[1][1], iter(e) is e)  # expect: 0 (0, 'a') 1 True
print(zip([1]).__reduce__()[0], zip([1], strict=True).__reduce__()[2], map(str, [1]).__reduce__()[1][0], filter(None, [1]).__reduce__()[1][0])  # expect: <class 'zip'> True <class 'str'> None
g = (x for x in 'abc')
print(list(zip(g, [1, 2])), list(g))  # expect: [('a', 1), ('b', 2)] []
nested = list(zip(enumerate('ab'), map(str, range(2))))
print(nested)  # expect: [((0, 'a'), '0'), ((1, 'b'), '1')]
class Stop:
    def __iter__(self): return self
    def __next__(self): raise KeyError('inside')
fails(lambda: list(zip([1], Stop())))
# expect: KeyError: 'inside'
fails(lambda: list(enumerate(Stop())))
# expect: KeyError: 'inside'
fails(lambda: list(map(str, Stop())))
# expect: KeyError: 'inside'
print(sum(map(len, ['a', 'bb'])), max(zip([1, 3, 2], 'abc')), sorted(zip('ba', [1, 2])), any(map(None.__eq__, [None])), list(map(None.__class__, [])))  # expect: 3 (3, 'b') [('a', 2), ('b', 1)] True []
