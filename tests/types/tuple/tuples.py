# tuple: construction, slices, comparison, hash, methods.
def fails(f, *args):
    try:
        print('no error:', f(*args))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

t = (1, 'a', 2.5)
print(t, (), (1,), tuple('abc'), tuple([1, 2]), tuple(x for x in range(3)), tuple() is tuple([]), tuple(t) is t)  # expect: (1, 'a', 2.5) () (1,) ('a', 'b', 'c') (1, 2) (0, 1, 2) True True
print(t[0], t[-1], t[1:], t[::-1], t[:] is t, t[5:], t[::2])  # expect: 1 2.5 ('a', 2.5) (2.5, 'a', 1) True () (1, 2.5)
print(t + (4,), t * 2, 2 * (1,), t * 0, (1,) * -1, () + t is t)  # expect: (1, 'a', 2.5, 4) (1, 'a', 2.5, 1, 'a', 2.5) (1, 1) () () True
print(t.index('a'), t.count(1), (1, 1.0, True).count(1), (1, 2, 1).index(1, 1))  # expect: 1 1 3 2
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1, 2), (1, 2) == [1, 2], (2,) > (1, 5), () < (0,))  # expect: True True True False True True
print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1.0, True)), hash((0, -1)), hash(((1, 2), (3,))), hash(tuple(range(20))))  # expect: 5740354900026072187 -6644214454873602895 529344067295497451 8389048192121911274 8374038142897728572 -8303551883679707139 -9217304902224717415
print(hash((1, 2)) == hash((1.0, 2.0)))  # expect: True
fails(lambda: t[3])
# expect: IndexError: tuple index out of range
fails(lambda: t['a'])
# expect: TypeError: tuple indices must be integers or slices, not str
fails(lambda: t.__getitem__(2**80))
# expect: IndexError: cannot fit 'int' into an index-sized integer
fails(lambda: t + [1])
# expect: TypeError: can only concatenate tuple (not "list") to tuple
fails(lambda: t * 'x')
# expect: TypeError: can't multiply sequence by non-int of type 'str'
fails(lambda: t * 2**62)
# expect: MemoryError:
fails(hash, ([],))
# expect: TypeError: unhashable type: 'list'
fails(t.index, 9)
# expect: ValueError: tuple.index(x): x not in tuple
fails(tuple, 1, 2)
# expect: TypeError: tuple expected at most 1 argument, got 2
fails(tuple, 5)
# expect: TypeError: 'int' object is not iterable
fails(lambda: tuple(x=1))
# expect: TypeError: tuple() takes no keyword arguments
fails(lambda: t < [1])
# expect: TypeError: '<' not supported between instances of 'tuple' and 'list'
fails(lambda: t.append)
# expect: AttributeError: 'tuple' object has no attribute 'append'
try:
    t[0] = 1
except TypeError as e:
    print(e)  # expect: 'tuple' object does not support item assignment
try:
    del t[0]
except TypeError as e:
    print(e)  # expect: 'tuple' object doesn't support item deletion
class T(tuple):
    def __new__(cls, *args): return super().__new__(cls, args)
s = T(1, 2); s.extra = 5
print(s, type(s), type(s[:]), type(s + (3,)), type(s * 1), s == (1, 2), hash(s) == hash((1, 2)), s.extra, tuple(s), type(tuple(s)))  # expect: (1, 2) <class '__main__.T'> <class 'tuple'> <class 'tuple'> <class 'tuple'> True True 5 (1, 2) <class 'tuple'>
print(t.__getnewargs__(), tuple[int, ...])  # expect: ((1, 'a', 2.5),) tuple[int, ...]
nested = ()
for _ in range(50): nested = (nested,)
print(nested == nested, hash(nested) == hash(nested), len(repr(nested)))  # expect: True True 152
l = []; r = (l, 1); l.append(r)
print(r)  # expect: ([(...)], 1)
it = iter(t)
print(next(it), it.__length_hint__(), list(it), next(it, 'end'), it.__length_hint__())  # expect: 1 2 ['a', 2.5] end 0
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)  # expect: 1 2 [3, 4] 5
