# array.array: every type code with every method, slices, operators, what is refused while exported.
import array, io, os, copy, sys
import warnings
warnings.simplefilter('ignore')
A=array.array

def shown(value):
    text = ascii(value)
    place = text.find(' at 0x')
    return text if place < 0 else text[:place] + '>'


def t(f, *a, **k):
    try:
        r = shown(f(*a, **k))
    except BaseException as e:
        text = str(e)
        place = text.find(' at 0x')
        r = f"{type(e).__name__}: {text if place < 0 else text[:place]}"
    print(getattr(f, '__name__', '?'), *('view' if isinstance(x, memoryview) else shown(x)[:50] for x in a), k or '', '->', r[:200])


for tc in array.typecodes:
    v = 'é' if tc in 'uw' else 5.5 if tc in 'fd' else 7
    a = A(tc, [v, v]) if tc not in 'uw' else A(tc, 'abé')
    print(tc, a, a.itemsize, len(a), a.tobytes(), a.typecode, memoryview(a).format, a.buffer_info()[1], a[::-1], a[1:], a * 2, a + a, a == a, a != a, a < a, a <= a)
    b = A(tc)
    b.frombytes(a.tobytes())
    print(b == a)
    b.byteswap()
    print(b.tobytes())
    t(b.frombytes, b'abc' * 1)
    t(A(tc).frombytes, 'abc')
    t(A(tc, b'12345678').tolist)
    t(A, tc, 'abc')
    t(A, tc, b'abc')
    t(A, tc, [1, 2])
    t(A, tc, ['a'])
    t(A, tc, 5)
    t(A, tc, A('i', [1, 2]))
    t(A, tc, A('d', [1.5]))
    t(A, tc, A('w', 'xy'))
    t(A, tc, bytearray(b'12345678'))
    for m in ('append', 'insert', 'remove', 'index', 'count', 'extend', 'fromlist', 'fromunicode', '__contains__'):
        c = A(tc, a)
        for arg in (v, 'a', 'ab', 5, 1.5, None, 2 ** 70, -1):
            args = (0, arg) if m == 'insert' else ([arg],) if m in ('extend', 'fromlist') else (arg,)
            t(getattr(c, m), *args)
        print(c)
    t(a.tounicode)
    t(a.pop)
    t(a.pop, 0)
    t(a.pop, 5)
    t(a.pop, -9)
    t(A(tc).pop)
    t(copy.copy, a)
    t(copy.deepcopy, a)
    t(a.__reduce_ex__, 2)
    t(a.__reduce_ex__, 3)
    t(a.reverse)
    t(a.clear)
t(A)
t(A, 'x')
t(A, 5)
t(A, 'ii')
t(A, 'i', [1], 2)
t(A, b'i')
t(A, 'i', initializer=[1])
t(A, 'i', None)
t(A, typecode='i')
a = A('i', range(10))
for s in [(0, 3), (3, 0), (None, None, 2), (None, None, -1), (8, 2, -3), (20, 30), (-3, None)]:
    s = slice(*s)
    for v in [A('i', [1, 2, 3]), A('i'), A('i', range(5)), A('b', [1]), [1], b'ab', A('i', range(10)), a]:
        c = A('i', range(10))
        t(c.__setitem__, s, v if v is not a else c)
        print(c.tolist())
    c = A('i', range(10))
    t(c.__delitem__, s)
    print(c.tolist())
t(a.__getitem__, 'a')
t(a.__getitem__, 10)
t(a.__getitem__, -11)
t(a.__getitem__, 1.5)
t(a.__setitem__, 10, 1)
t(a.__setitem__, 'a', 1)
t(a.__delitem__, 10)
t(a.__delitem__, 'a')
t(a.__getitem__, slice(0, 1, 0))
t(a.__getitem__, 2 ** 70)
t(lambda: a + [1])
t(lambda: a + A('b'))
t(lambda: [1] + a)
t(lambda: a * 'a')
t(lambda: a * 1.5)
t(lambda: 2 * a[:2])
t(lambda: a * -1)
def ia(x):
    global a
    a = A('i', [1, 2])
    a += x
    return a
def im(x):
    global a
    a = A('i', [1, 2])
    a *= x
    return a
for x in [A('i', [3]), [3], A('b', [1]), 5, 'a']:
    t(ia, x)
for x in [0, -1, 3, 'a', 1.5, 2 ** 62]:
    t(im, x)
a = A('i', [1, 2, 3])
v = memoryview(a)
for n, args in [('append', (1,)), ('extend', ([1],)), ('insert', (0, 1)), ('pop', ()), ('remove', (1,)), ('frombytes', (b'1234',)), ('fromlist', ([1],)), ('clear', ()), ('__delitem__', (0,)), ('__delitem__', (slice(0, 1),)), ('__setitem__', (slice(0, 1), A('i', [1, 2]))), ('__setitem__', (slice(0, 1), A('i', [5]))), ('__setitem__', (0, 9)), ('reverse', ()), ('byteswap', ()), ('__iadd__', (A('i', [1]),)), ('__imul__', (2,)), ('__imul__', (1,)), ('__imul__', (0,)), ('extend', (A('i'),)), ('frombytes', (b'',)), ('fromlist', ([],)), ('__delitem__', (slice(0, 0),)), ('fromfile', (io.BytesIO(b'1234'), 1))]:
    t(getattr(a, n), *args)
    print(a.tolist())
v.release()
f = io.BytesIO(b'0123456789')
a = A('i')
t(a.fromfile, f, 2)
print(a)
t(a.fromfile, f, 2)
print(a)
t(a.fromfile, f, -1)
t(a.fromfile, 5, 1)
t(a.fromfile, f)
t(a.fromfile, f, 'a')
o = io.BytesIO()
t(a.tofile, o)
print(o.getvalue())
t(a.tofile, 5)
t(a.tofile, io.StringIO())
t(A('i').tofile, o)
p = '/tmp/minipy-test-array'
F = open(p, 'wb')
A('d', [1.5, 2.5]).tofile(F)
F.close()
F = open(p, 'rb')
b = A('d')
t(b.fromfile, F, 3)
print(b)
F.close()
t(hash, a)
t(iter(a).__next__)
t(a.index, 5, 0)
t(A('i', [1, 2, 1]).index, 1, 1)
t(A('i', [1, 2, 1]).index, 1, 1, 2)
t(A('i', [1, 2, 1]).index, 1, -1)
t(A('i', [1, 2, 1]).index, 1, 'a')
class S(A):

    def __new__(cls, *a):
        return super().__new__(cls, 'i', [1, 2])
    pass
s = S()
s.x = 5
print(s, s.x, type(s[:1]), type(s + s), type(s * 2), type(copy.copy(s)))
t(A('i', [1]).__eq__, 5)
t(lambda: A('i', [1]) < [1])
print(A('i', [1, 2]) < A('d', [1, 3]), A('i', [1]) == A('b', [1]), A('u', 'a') == A('w', 'a'))
print(A('d', [float('nan')]) == A('d', [float('nan')]))
t(A('i', [1, 2, 3]).tolist)
t(A('b', b'abc').tobytes)
t(bytes, A('h', [1, 2]))
t(sys.getsizeof, A('b')) if 0 else None
it = iter(A('i', [1, 2, 3]))
next(it)
t(it.__reduce__)
t(it.__setstate__, 0)
t(list, it)
t(A('B', b'abc').fromlist, (1, 2))
t(A('i', [1, 2]).fromlist, [3, 'a'])
t(A.fromfile, 5)
t(A('i').append)
t(A('i').append, 1, 2)
t(A('i').insert, 1)
t(A('i').byteswap, 1)
print(reversed(A('i', [1, 2])).__next__(), 5 in A('i', [5]), 'a' in A('i', [5]))
match A('i', [1, 2]):
    case [x, y]:
        print(x, y)
print(A('i') or 'empty', A[int])
os.remove(p)
