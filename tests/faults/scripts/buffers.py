# Buffers, struct, array, streams.
import array
import io
import struct

data = bytearray(b'Hello, World!' * 10)
with memoryview(data) as view:
    for part in view[::2], view[5:50].cast('B'), view[:128].cast('I'), view[:120].cast('H', [6, 10]):
        part.tolist(), part.tobytes(), part == part[:] if part.ndim == 1 else None
    try:
        data.append(1)
    except BufferError:
        pass
    view[0:5] = b'JELLO'
del part, view
data += b'more'
data[3:10] = b'x' * 100
data.replace(b'x', b'yy').split(b'l'), data.hex(), bytes(data).find(b'World'), data.take_bytes(5) if hasattr(data, 'take_bytes') else None
fields = struct.Struct('<IhB5sd')
packed = fields.pack(1, -2, 3, b'abc', 1.5) * 3
assert [row[3] for row in fields.iter_unpack(packed)] == [b'abc\0\0'] * 3
struct.pack_into('>Q', data, 0, 2 ** 40), struct.unpack_from('>Q', data), struct.calcsize('3i2q')
numbers = array.array('d', range(20))
numbers.extend([1.5, 2.5]), numbers.byteswap(), numbers.tobytes(), array.array('i', numbers.tobytes()[:16])
stream = io.BytesIO(b'lines\nof\ntext\n')
assert [line for line in stream] and stream.seek(0) == 0 and stream.readinto(bytearray(4)) == 4 and bytes(stream.getbuffer()[:5]) == b'lines'
text = io.TextIOWrapper(io.BytesIO(), encoding='utf-8', newline='\n')
text.write('é\n' * 30), text.flush(), text.seek(0), text.readlines()
io.StringIO('a\nb\n').readlines()
