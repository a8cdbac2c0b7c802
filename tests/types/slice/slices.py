# slice objects by themselves.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice('a', [], {}))  # expect: slice(None, 5, None) slice(1, 2, None) slice(1, 2, 3) slice(None, None, None) slice('a', [], {})
s = slice(1, 10, 2)
print(s.start, s.stop, s.step, s == slice(1, 10, 2), s != slice(1, 10), s is s, slice(1, 2) < slice(1, 3))  # expect: 1 10 2 True True True True
for args in ((None,), (3,), (-3, None), (None, None, -1), (2, 100, 3), (-100, 100), (100, -100, -2), (2**80, None, -1), (None, 2**80), (-2**80, 2**80, 2**80)):
    print(slice(*args).indices(10), slice(*args).indices(0), slice(*args).indices(2**70))
# expect: (0, 10, 1) (0, 0, 1) (0, 1180591620717411303424, 1)
# expect: (0, 3, 1) (0, 0, 1) (0, 3, 1)
# expect: (7, 10, 1) (0, 0, 1) (1180591620717411303421, 1180591620717411303424, 1)
# expect: (9, -1, -1) (-1, -1, -1) (1180591620717411303423, -1, -1)
# expect: (2, 10, 3) (0, 0, 3) (2, 100, 3)
# expect: (0, 10, 1) (0, 0, 1) (1180591620717411303324, 100, 1)
# expect: (9, -1, -2) (-1, -1, -2) (100, 1180591620717411303324, -2)
# expect: (9, -1, -1) (-1, -1, -1) (1180591620717411303423, -1, -1)
# expect: (0, 10, 1) (0, 0, 1) (0, 1180591620717411303424, 1)
# expect: (0, 10, 1208925819614629174706176) (0, 0, 1208925819614629174706176) (0, 1180591620717411303424, 1208925819614629174706176)
print(hash(slice(1, 2)), hash(slice(None)), {slice(1, 2): 'key'}[slice(1, 2)])  # expect: -2178470213028018262 4032618106351268893 key
class G:
    def __getitem__(self, key): return key
g = G()
print(g[1:2], g[:], g[::3], g[1:2, 3], g[..., 1:], g[()])  # expect: slice(1, 2, None) slice(None, None, None) slice(None, None, 3) (slice(1, 2, None), 3) (Ellipsis, slice(1, None, None)) ()
fails(slice)
# expect: TypeError: slice expected at least 1 argument, got 0
fails(slice, 1, 2, 3, 4)
# expect: TypeError: slice expected at most 3 arguments, got 4
fails(lambda: slice(x=1))
# expect: TypeError: slice() takes no keyword arguments
fails(slice(1).indices, 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails(slice(1).indices, -1)
# expect: ValueError: length should not be negative
fails(slice('a').indices, 5)
# expect: TypeError: slice indices must be integers or None or have an __index__ method
fails(slice(1, 2, 0).indices, 5)
# expect: ValueError: slice step cannot be zero
fails(hash, slice([]))
# expect: TypeError: unhashable type: 'list'
def readonly(o, name):
    try:
        setattr(o, name, 5)
    except AttributeError:
        print(name, 'is read-only')
readonly(s, 'start')
# expect: start is read-only
print(s.__reduce__())  # expect: (<class 'slice'>, (1, 10, 2))
match s:
    case slice(start=a, stop=b): print(a, b)  # expect: 1 10
