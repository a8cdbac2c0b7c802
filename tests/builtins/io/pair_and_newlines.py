# BufferedRWPair takes any exporter of bytes; IncrementalNewlineDecoder.
import array
import codecs
import io
import mmap


class Source(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, room):
        count = min(len(room), len(self.data))
        room[:count], self.data = self.data[:count], self.data[count:]
        return count


class Sink(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        got.extend(data)
        return len(data)


got = bytearray()
pair = io.BufferedRWPair(Source(b'The quick brown fox jumps over the lazy dog'), Sink(), 16)
print(pair.read(4), pair.peek(1)[:5], pair.read1(3), pair.readable(), pair.writable(), pair.seekable(), pair.isatty(), pair.closed)
mapped = mmap.mmap(-1, 4096)
rooms = bytearray(2), memoryview(bytearray(6))[1:4], array.array('H', [0, 0]), memoryview(bytearray(4)).cast('B', (2, 2)), memoryview(mapped)[:3]
for room in rooms:
    print(pair.readinto(room), bytes(room), pair.readinto1(room), bytes(room))
for data in b'a', bytearray(b'b'), memoryview(b'xcx')[1:2], array.array('H', [0x6464]), memoryview(b'eeee').cast('B', (2, 2)), memoryview(mapped)[:2]:
    print(pair.write(data), end=' ')
pair.flush()
print(got)


def attempt(title, action):
    try:
        print(title, repr(action()))
    except Exception as error:
        print(title, repr(error))


attempt('text', lambda: pair.write('text'))
attempt('bytes', lambda: pair.readinto(b'read-only'))
attempt('strided', lambda: pair.write(memoryview(b'abcd')[::2]))
attempt('seek', lambda: pair.seek(0))
attempt('detach', lambda: pair.detach())
attempt('reader', lambda: io.BufferedRWPair(Sink(), Sink()))
attempt('writer', lambda: io.BufferedRWPair(Source(b''), Source(b'')))
print(isinstance(pair, io.BufferedIOBase), pair.read())
pair.close()
print(pair.closed)
attempt('closed', lambda: pair.read(1))
attempt('closed', lambda: pair.write(b'x'))
with io.BufferedRWPair(Source(b'abc\ndef\n'), Sink()) as lines:
    print(list(lines), lines.readline())

decoder = io.IncrementalNewlineDecoder(None, translate=True)
for text in 'a\r', '\n', 'b\nc\rd', '\r', '':
    print(repr(decoder.decode(text)), decoder.newlines, decoder.getstate())
print(repr(decoder.decode('', final=True)), decoder.newlines)
decoder.reset()
print(decoder.newlines)
decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder('utf-8')(), False)
print(repr(decoder.decode(b'\xc3')), decoder.getstate(), repr(decoder.decode(b'\xa4\r')), decoder.getstate())
state = decoder.getstate()
print(repr(decoder.decode(b'\n')), decoder.newlines)
decoder.setstate(state)
print(repr(decoder.decode(b'x')), decoder.newlines, repr(decoder.decode(memoryview(b'\r'), True)))
attempt('type', lambda: io.IncrementalNewlineDecoder(None, True).decode(b'x'))
attempt('state', lambda: decoder.setstate((b'', 0)))
