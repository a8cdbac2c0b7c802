# Maps of anonymous memory: construction, methods, items, views, errors.
import mmap
import weakref


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(getattr(function, "__name__", "?"), *('view' if isinstance(a, memoryview) else repr(a)[:40] for a in arguments), keywords or "", "->", repr(result)[:160])


for arguments in ((-1, 0), (-1, -1), (), (-1,), ("a", 5), (-1, "a"), (-1, 2 ** 70), (-1, 5, 1, 2, 3, 4, 5, 6), (-1, 5, 1, 3, 0, 0, True), (99999, 10)):
    attempt(mmap.mmap, *arguments)
for keywords in ({"offset": -1}, {"access": 9}, {"access": 1, "prot": 1}, {"access": 3, "flags": mmap.MAP_PRIVATE}, {"trackfd": False}, {"access": mmap.ACCESS_READ}, {"access": mmap.ACCESS_WRITE},
                 {"access": mmap.ACCESS_COPY}, {"prot": mmap.PROT_READ}, {"prot": mmap.PROT_WRITE}, {"prot": mmap.PROT_READ | mmap.PROT_WRITE, "flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS}, {"nonsense": 1}):
    attempt(mmap.mmap, -1, 10, **keywords)

m = mmap.mmap(-1, 20)
m[:] = b"one two three\nfour \n"
print(m, len(m), m.tell(), m.seekable(), m.closed, bool(m))
attempt(m.readline)
attempt(m.readline)
attempt(m.readline)
attempt(m.read)
for arguments in ((0,), (5,), (3, 1), (-2, 1), (0, 2), (-3, 2), (5, 7), (-1,), (21,), (1, 2), (2 ** 70,), ("a",), (), (1, 2, 3), (0, 0)):
    attempt(m.seek, *arguments)
for arguments in ((3,), (0,), (None,), (-5,), ("a",), (1, 2), (1.5,), (2 ** 70,)):
    m.seek(4)
    attempt(m.read, *arguments)
m.seek(18)
attempt(m.read_byte)
attempt(m.read_byte)
attempt(m.read_byte)
attempt(m.write_byte, 5)
attempt(m.write, b"x")
attempt(m.write, b"")
m.seek(3)
for arguments in ((b"abc",), (bytearray(b"de"),), (memoryview(b"f.g")[::2],), ("a",), (5,), (), (b"a", 1), (b"z" * 30,)):
    attempt(m.write, *arguments)
for arguments in ((65,), (256,), (-1,), (2 ** 70,), ("a",), (), (1.0,), (True,)):
    attempt(m.write_byte, *arguments)
print(m[:], m.tell())
m[:] = b"abcabcabc abcabcabc\n"
for arguments in ((b"abc",), (b"abc", 1), (b"abc", -4), (b"abc", 1, 5), (b"abc", 0, -1), (b"", 5), (b"", 30), (b"", 5, 3), (b"x",), (b"abc", 17), ("a",), (b"a", None), (), (b"a", 1, 2, 3), (bytearray(b"c\n"),), (b"abc", 2 ** 70)):
    m.seek(2)
    attempt(m.find, *arguments)
    attempt(m.rfind, *arguments)
for arguments in ((0, 4, 3), (5, 2, 10), (2, 5, 10), (0, 0, 0), (-1, 0, 1), (0, -1, 1), (0, 0, -1), (15, 0, 6), (0, 15, 6), (20, 20, 0), (21, 0, 0), (1, 2), ("a", 1, 2)):
    attempt(m.move, *arguments)
    print(m[:])
for arguments in ((), (0,), (0, 5), (0, 20), (0, 21), (-1, 5), (5, 5), (1, 20), (0, -1), (4096, 1), ("a",), (0, 1, 2)):
    attempt(m.flush, *arguments)
for arguments in ((mmap.MADV_NORMAL,), (mmap.MADV_WILLNEED, 0, 5), (0, -1), (0, 20), (0, 0, -1), (0, 0, 2 ** 62), (0, 1, 2 ** 63 - 1), (0, 5, 10), (12345,), (), ("a",), (0, 0, 0, 0)):
    attempt(m.madvise, *arguments)

# items
for key in (0, -1, 19, 20, -21, 2 ** 70, "a", 1.5, None, slice(0, 3), slice(3, 0), slice(None, None, 5), slice(19, 2, -4), slice(30, 40), slice(0, 3, 0), slice("a", 2), True):
    attempt(m.__getitem__, key)
for key, value in ((0, 1), (-1, 255), (20, 1), (0, 256), (0, -1), (0, 2 ** 70), (0, "a"), (0, b"a"), ("a", 1), (slice(0, 3), b"xyz"), (slice(0, 3), b"xy"), (slice(0, 10, 3), b"1234"), (slice(9, None, -3), b"4321"),
                   (slice(0, 0), b""), (slice(0, 3), "abc"), (slice(0, 3), 5), (1.5, 1), (slice(0, 10), memoryview(m)[5:15]), (slice(5, 15), m[0:10]), (True, 7), (slice(0, 3), bytearray(b"qqq"))):
    attempt(m.__setitem__, key, value)
    print(m[:])
attempt(m.__delitem__, 0)
attempt(m.__delitem__, slice(0, 1))
m[:] = bytes(range(65, 85))
print(list(m)[:4], b"A" in m, 65 in m, b"AB" in m, b"Z" in m, bytes(m), bytearray(m)[3:5], b"".join([m, m])[-3:], list(zip(m, "ab")))
print(m == m, m == bytes(m), hash(m) == hash(m))
attempt(lambda: m + b"a")
attempt(lambda: m * 2)

# views
view = memoryview(m)
print(view.readonly, view.format, view.nbytes, view[3], view.obj is m)
view[0:3] = b"xyz"
part = view[5:10].cast("B", (5,))
print(m[:4])
attempt(m.close)
attempt(m.resize, 30)
attempt(m.resize, "a")
attempt(m.resize, -5)
view.release()
attempt(m.close)
part.release()
attempt(m.resize, -5)
attempt(m.resize)
attempt(m.resize, 2 ** 70)
print(m, m[:5])
m.resize(10)
print(m, m[:])
m.seek(10)
m.resize(5)
print(m, m.read(), m.readline(), m.tell())
attempt(m.write, b"")
attempt(m.read_byte)

for access in (mmap.ACCESS_READ, mmap.ACCESS_COPY, mmap.ACCESS_WRITE):
    other = mmap.mmap(-1, 4, access=access)
    print(other, memoryview(other).readonly)
    for call in (lambda: other.write(b"a"), lambda: other.write_byte(1), lambda: other.__setitem__(0, 1), lambda: other.__setitem__(slice(0, 1), b"a"), lambda: other.move(0, 1, 1), lambda: other.flush(), lambda: other.flush(9),
                 lambda: other.resize(4), lambda: other.__delitem__(0), lambda: memoryview(other).__setitem__(0, 66), lambda: other[:], lambda: other.find(b"B")):
        attempt(call)

with mmap.mmap(-1, 7) as inside:
    inside[0] = 9
    print(inside.closed)
print(inside, inside.closed, inside.close(), inside.__exit__(1, 2, 3))
for name, arguments in (("read", ()), ("readline", ()), ("tell", ()), ("size", ()), ("flush", ()), ("read_byte", ()), ("__len__", ()), ("__enter__", ()), ("seekable", ()), ("__getitem__", (0,)), ("__setitem__", (0, 1)), ("seek", (0,)),
                        ("find", (b"a",)), ("rfind", (b"a",)), ("write", (b"a",)), ("write_byte", (1,)), ("resize", (5,)), ("madvise", (0,)), ("move", (0, 0, 0))):
    attempt(getattr(inside, name), *arguments)
attempt(memoryview, inside)
attempt(list, inside)
attempt(bytes, inside)


class Map(mmap.mmap):
    def __new__(cls, size, **keywords):
        return super().__new__(cls, -1, size, **keywords)

    def first(self):
        return self[0]


own = Map(5, access=mmap.ACCESS_WRITE)
own.note = 1
print(own, own.note, own.first(), isinstance(own, mmap.mmap), len(own))
attempt(setattr, mmap.mmap(-1, 5), "note", 1)
print(weakref.ref(own)() is own)
attempt(m.read_byte, 1)
attempt(m.close, 1)
attempt(m.readline, 5)
attempt(mmap.mmap(-1, 5).size)
print(mmap.error is OSError, mmap.mmap.__module__, mmap.ACCESS_DEFAULT, mmap.ACCESS_READ, mmap.ACCESS_WRITE, mmap.ACCESS_COPY, mmap.PAGESIZE == mmap.ALLOCATIONGRANULARITY >= 4096)
print([name for name in dir(mmap) if name[0] != "_"])
