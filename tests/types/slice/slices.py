# slice objects by themselves.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice('a', [], {}))  # expect: slice(None, 5, None) slice(1, 2, None) slice(1, 2, 3) slice(None, None, None) slice('a', [], {})
s = slice(1, 10, 2)
print(s.start, s.stop, s.step, s == slice(1, 10, 2), s != slice(1, 10), s < slice(2), s is s, slice(1, 2) < slice(1, 3))  # raises: TypeError: '<' not supported between instances of 'int' and 'NoneType'
for args in ((None,), (3,), (-3, None), (None, None, -1), (2, 100, 3), (-100, 100), (100, -100, -2), (2**80, None, -1), (None, 2**80), (-2**80, 2**80, 2**80)):
    print(slice(*args).indices(10), slice(*args).indices(0), slice(*args).indices(2**70))
print(hash(slice(1, 2)), hash(slice(None)), {slice(1, 2): 'key'}[slice(1, 2)])
class G:
    def __getitem__(self, key): return key
g = G()
print(g[1:2], g[:], g[::3], g[1:2, 3], g[..., 1:], g[()])
fails(slice)
fails(slice, 1, 2, 3, 4)
fails(lambda: slice(x=1))
fails(slice(1).indices, 'a')
fails(slice(1).indices, -1)
fails(slice('a').indices, 5)
fails(slice(1, 2, 0).indices, 5)
fails(hash, slice([]))
fails(s.__setattr__, 'start', 5)
print(s.__reduce__())
match s:
    case slice(start=a, stop=b): print(a, b)
