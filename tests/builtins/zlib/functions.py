# zlib: compression, objects, checksums, errors. Compressed bytes depend on the library's version: lengths and round trips are shown instead.
import array
import copy
import zlib


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        if isinstance(result, (zlib._ZlibDecompressor, type(zlib.compressobj()), type(zlib.decompressobj()))):
            result = type(result)
    except Exception as error:
        result = f"{type(error).__module__}.{type(error).__name__}: {error}"
    print(getattr(function, "__name__", "?"), *(repr(a)[:40] for a in arguments), keywords or "", "->", repr(result)[:160])


text = b"hello, hello, hello world " * 40
packed = zlib.compress(text)
for exporter in (text, bytearray(text), memoryview(text), array.array("B", text), memoryview(text)[::-1], memoryview(text).cast("I")):
    for name in ("compress", "crc32", "adler32"):
        try:
            result = getattr(zlib, name)(exporter)
            print(name, zlib.decompress(result) == bytes(exporter) if name == "compress" else result)
        except BufferError as error:
            print(name, error)
for exporter in (packed, bytearray(packed), memoryview(packed), array.array("B", packed), memoryview(b"__" + packed)[2:]):
    print(zlib.decompress(exporter) == text, zlib.decompressobj().decompress(exporter) == text)
for data in (b"", b"a", text, bytes(range(256)) * 200, bytes(300_000), bytes((i * i >> 7) & 255 for i in range(100_000))):
    for level in range(-1, 10):
        packed_level = zlib.compress(data, level)
        assert zlib.decompress(packed_level) == data
    for wbits in (9, 15, -9, -15, 25, 31):
        assert zlib.decompress(zlib.compress(data, wbits=wbits), wbits=wbits) == data
    for wbits in (0, 47):
        assert zlib.decompress(zlib.compress(data), wbits) == data
    print(len(data), len(zlib.compress(data)) < len(data) + 20, zlib.crc32(data), zlib.adler32(data))
print(zlib.compress(b"a" * 100, level=9) == zlib.compress(b"a" * 100, 9), zlib.compress(b"", 0))

attempt(zlib.compress, "a")
attempt(zlib.compress)
attempt(zlib.compress, b"a", 20)
attempt(zlib.compress, b"a", level="x")
attempt(zlib.compress, b"a", wbits=3)
attempt(zlib.compress, b"a", data=5)
attempt(zlib.decompress, b"a")
attempt(zlib.decompress, b"")
attempt(zlib.decompress, b"abcdef")
attempt(zlib.decompress, packed[:-1])
attempt(zlib.decompress, packed + b"xx", bufsize=10)
attempt(zlib.decompress, packed, wbits=-15)
attempt(zlib.decompress, packed, bufsize=0)
attempt(zlib.decompress, packed, bufsize=-1)
attempt(zlib.decompress, packed, wbits=99)
attempt(zlib.decompress, packed, 15, 5)
attempt(zlib.decompress, packed[:-3] + b"abc")
attempt(zlib.decompress, "text")
for arguments in ((b"abc", -1), (b"abc", 2 ** 70), (b"abc", 1), (b"", 5), (b"",), ("x",), (b"a", "x"), (b"a", 1.5), (), (b"a", 1, 2)):
    attempt(zlib.adler32, *arguments)
    attempt(zlib.crc32, *arguments)

# compressobj
for arguments in ((77,), (1, 7), (1, 8, 3), (1, 8, 15, 77), (1, 8, 15, 8, 99), ("a",), (1, 8, -15), (9, 8, 31, 9, 3)):
    attempt(zlib.compressobj, *arguments)
for dictionary in (5, "a", b"abc", bytearray(b"abc"), None):
    attempt(zlib.compressobj, zdict=dictionary)
    attempt(zlib.decompressobj, zdict=dictionary)
c = zlib.compressobj(level=6)
attempt(c.compress, "a")
attempt(c.flush, 99)
attempt(c.flush, zlib.Z_NO_FLUSH)
pieces = [c.compress(text[:100]), c.compress(memoryview(text)[100:300]), c.flush(zlib.Z_SYNC_FLUSH)]
other = c.copy()
third = copy.copy(c)
fourth = copy.deepcopy(c)
print(zlib.decompressobj().decompress(b"".join(pieces)) == text[:300])
for one in (c, other, third, fourth):
    rest = [one.compress(bytearray(text[300:])), one.flush()]
    print(zlib.decompress(b"".join(pieces + rest)) == text)
attempt(c.compress, b"a")
attempt(c.flush)
attempt(c.copy)
attempt(c.compress)

# decompressobj
d = zlib.decompressobj()
print(d.unused_data, d.unconsumed_tail, d.eof)
attempt(d.decompress, packed, -1)
print(d.decompress(packed, max_length=5), d.eof, d.unused_data)
tail = d.unconsumed_tail
print(len(tail) > 0, packed.endswith(tail))
e = d.copy()
print(e.unconsumed_tail == tail, e.decompress(e.unconsumed_tail) == text[5:], e.eof, e.unconsumed_tail)
attempt(d.flush, 0)
attempt(d.flush, -1)
print(d.flush() == text[5:], d.eof, d.unconsumed_tail)
attempt(d.decompress, b"xx")
attempt(d.copy)
d = zlib.decompressobj()
print(d.decompress(packed + b"more") == text, d.unused_data, d.eof, d.unconsumed_tail)
print(d.decompress(b"and more"), d.unused_data, d.eof, d.flush(), d.unused_data)
d = zlib.decompressobj()
print(b"".join(d.decompress(packed[i:i + 1]) for i in range(len(packed))) == text, d.eof)
d = zlib.decompressobj()
out = b""
data = packed
while data:
    out += d.decompress(data, 7)
    data = d.unconsumed_tail
print(out == text, d.eof)
d = zlib.decompressobj()
print(len(d.decompress(packed[:10])), d.eof, d.flush(), d.eof)
attempt(zlib.decompressobj().decompress, b"nonsense")
attempt(zlib.decompressobj, 99)
attempt(zlib.decompressobj, "a")
attempt(zlib.decompressobj().decompress)

z = zlib.compressobj(zdict=b"hello, world")
with_dictionary = z.compress(text) + z.flush()
attempt(zlib.decompress, with_dictionary)
attempt(zlib.decompressobj().decompress, with_dictionary)
attempt(zlib.decompressobj(zdict=b"wrong").decompress, with_dictionary)
print(zlib.decompressobj(zdict=b"hello, world").decompress(with_dictionary) == text, zlib.decompressobj(zdict=bytearray(b"hello, world")).decompress(with_dictionary, 5))
z = zlib.compressobj(wbits=-15, zdict=memoryview(b"hello, world"))
raw = z.compress(text) + z.flush()
print(zlib.decompressobj(-15, zdict=b"hello, world").decompress(raw) == text)

b = zlib._ZlibDecompressor()
print(b.eof, b.needs_input, b.unused_data)
print(b.decompress(packed[:20], 3), b.needs_input, b.eof)
print((b.decompress(b"", 4) + b.decompress(packed[20:])) == text[3:] if not b.eof else "", b.eof)
b = zlib._ZlibDecompressor()
print(b.decompress(packed + b"rest") == text, b.eof, b.needs_input, b.unused_data)
attempt(b.decompress, b"a")
attempt(zlib._ZlibDecompressor().decompress, b"nonsense")

attempt(type(c))
attempt(type(d))
print(type(c), type(d), zlib.error.__mro__, zlib.error.__module__)
print([(name, getattr(zlib, name)) for name in dir(zlib) if name[0] != "_" and isinstance(getattr(zlib, name), int)])
print(zlib.ZLIB_VERSION.split(".")[0], zlib.ZLIB_RUNTIME_VERSION.split(".")[0], zlib.__version__)
