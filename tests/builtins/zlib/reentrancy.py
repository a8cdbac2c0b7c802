# Exporters whose __buffer__ uses or changes the very object that the bytes are for.
import array
import hashlib
import struct
import zlib


class Buffer:
    def __init__(self, action, data=b"hello" * 10):
        self.action, self.data = action, data

    def __buffer__(self, flags):
        self.action()
        return memoryview(self.data)


class Index:
    def __init__(self, action, value):
        self.action, self.value = action, value

    def __index__(self):
        self.action()
        return self.value


c = zlib.compressobj()
out = [c.compress(Buffer(lambda: out_of.append(c.compress(b"inner "))))] if (out_of := []) is not None else []
out_of.append(out[0])
out_of.append(c.flush())
print(zlib.decompress(b"".join(out_of)))  # expect: b'inner hellohellohellohellohellohellohellohellohellohello'
c = zlib.compressobj()
pieces = []
try:
    c.compress(Buffer(lambda: pieces.append(c.flush())))
except zlib.error as error:
    print(error)  # expect: Error -2 while compressing data: inconsistent stream state
packed = zlib.compress(b"text" * 10)
d = zlib.decompressobj()
first = []
print(d.decompress(Buffer(lambda: first.append(d.decompress(packed[:5])), packed[5:])), first)  # expect: b'xttexttexttexttexttexttexttexttexttext' [b'te']
d = zlib.decompressobj()
print(d.decompress(packed, Index(lambda: d.flush(), 3)))  # expect: b'tex'
h = hashlib.md5()
h.update(Buffer(lambda: h.update(b"before")))
print(h.hexdigest() == hashlib.md5(b"before" + b"hello" * 10).hexdigest())  # expect: True
h = hashlib.blake2b()
h.update(Buffer(lambda: h.update(b"before")))
print(h.hexdigest() == hashlib.blake2b(b"before" + b"hello" * 10).hexdigest())  # expect: True
a = array.array("i", [1, 2, 3])
a.frombytes(Buffer(lambda: a.clear(), struct.pack("i", 9)))
print(a)  # expect: array('i', [9])
a = array.array("B", b"abc")
try:
    a.frombytes(a)
except BufferError as error:
    print(error)  # expect: cannot resize an array that is exporting buffers
