# What random sequences of operations found different from CPython.
# since: 3.13
import io
import mmap
import struct
from array import array


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Index:
    def __init__(self, act, value):
        self.act, self.value = act, value

    def __index__(self):
        self.act()
        return self.value


class SubBytes(bytes):
    pass


attempt(lambda: b"ab".hex("\0"))
attempt(lambda: memoryview(b"abc").hex("\0", 2))
attempt(lambda: b"".decode("\0"))
attempt(lambda: type(SubBytes(b"ab").partition(b"x")[0]).__name__)
attempt(lambda: bytearray(b"a1b").partition(memoryview(b"1x")[::-2][:0]))
attempt(lambda: bytearray(b"a1b").partition(memoryview(b"x1")[::-2]))
view = memoryview(bytearray(8))
view.release()
attempt(lambda: struct.pack_into("B", view, 0, 1))
attempt(lambda: view.tobytes("C\0"))
attempt(lambda: view.tobytes("X"))
view = memoryview(bytearray(1))
attempt(lambda: view.__setitem__(Index(view.release, 5), 1))
view = memoryview(bytearray(6)).cast("B", (2, 3))
attempt(lambda: view[5, 2**100])
attempt(lambda: view[1, 1, 9])
attempt(lambda: memoryview(b"ab")[0:1, 0:1])
words = memoryview(array("w", "ab"))
attempt(lambda: words.__delitem__(0))
attempt(lambda: words.__setitem__(slice(None), words[::-1]))
attempt(lambda: words.__setitem__(7, "a"))
empty = memoryview(b"abcd").cast("I").cast("B").cast("I", ())
empty.release()
attempt(lambda: iter(empty))
a = array("i", [1, 2, 3])
held = memoryview(a)
attempt(lambda: a.__setitem__(slice(2, 2), array("i")))
attempt(lambda: a.__setitem__(slice(0, 3, 2), array("i", [1, 2, 3])))
b = bytearray(b"abc")
held = memoryview(b)
attempt(lambda: b.__setitem__(slice(2, 0, 2), b""))
attempt(lambda: b.__delitem__(slice(2, 0, 2)))
attempt(lambda: array("I", [2**62 + 1]))
attempt(lambda: struct.pack("9223372036854775807x"))
attempt(lambda: bytearray().__reduce_ex__(2)[1])
attempt(lambda: a.__reduce_ex__(Index(list, 2)))
s = io.BytesIO(b"abc")
attempt(lambda: s.readinto1(b"ro"))
attempt(lambda: s.readlines("a"))
attempt(lambda: type(s.getbuffer().obj).__name__)
held = s.getbuffer()
attempt(lambda: s.truncate(-1))
attempt(lambda: s.write("text"))
held.release()
s.close()
attempt(lambda: s.write(memoryview(b"ab")[::-1]))
attempt(lambda: s.__setstate__((b"", 0, None)))
b = bytearray(b"12345678")
struct.pack_into("4s", b, 2, b)
print(b)
import codecs

decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
print([decoder.decode(bytes([c])) for c in b"\xed\xa0\x80a"])
attempt(lambda: codecs.getincrementaldecoder("cp1252")("surrogatepass").decode(b"\x81", True))


class Items:
    def __index__(self):
        raise LookupError("no index")

    def __iter__(self):
        return iter([1, 2])


print(int.from_bytes(Items(), "big"))


class NoIterator:
    def __iter__(self):
        raise TypeError("mine")


attempt(lambda: 1 in NoIterator())
