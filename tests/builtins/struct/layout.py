import struct
for text in ('ihb', 'bi', 'b0i', '<bi', 'bd', 'xh0q', ' i i', '3x', '0s', '10s', 'bhilq', '=bhilq', 'c?', '1000000000s1000000000i', ''):
    print(repr(text), struct.calcsize(text))
# expect: 'ihb' 7
# expect: 'bi' 8
# expect: 'b0i' 4
# expect: '<bi' 5
# expect: 'bd' 16
# expect: 'xh0q' 8
# expect: ' i i' 8
# expect: '3x' 3
# expect: '0s' 0
# expect: '10s' 10
# expect: 'bhilq' 24
# expect: '=bhilq' 19
# expect: 'c?' 2
# expect: '1000000000s1000000000i' 5000000000
# expect: '' 0
print(struct.pack('bxh', 1, 2), struct.pack('3xh', 2), struct.pack('<hh', 1, -1), struct.pack('>hh', 1, -1), struct.pack('!I', 1))  # expect: b'\x01\x00\x02\x00' b'\x00\x00\x00\x00\x02\x00' b'\x01\x00\xff\xff' b'\x00\x01\xff\xff' b'\x00\x00\x00\x01'
print(struct.pack('5s', b'ab'), struct.pack('0s', b'ab'), struct.pack('5p', b'ab'), struct.pack('2p', b'abcdef'), struct.pack('0p', b'abc'), struct.pack('p', b'abc'))  # expect: b'ab\x00\x00\x00' b'' b'\x02ab\x00\x00' b'\x01a' b'' b'\x00'
print(struct.unpack('5p', b'\x09abcd'), struct.unpack('0p', b''), struct.unpack('0s', b''), struct.unpack('<3s2xh', b'abc\0\0\1\0'))  # expect: (b'abcd',) (b'',) (b'',) (b'abc', 1)
print(len(struct.pack('300p', b'x' * 400)), struct.pack('300p', b'x' * 400)[0])  # expect: 300 255
print(struct.unpack('<3h', b'\1\0\2\0\3\0'), struct.unpack('>2H', b'\1\0\2\0'), struct.unpack('?c', b'\2z'))  # expect: (1, 2, 3) (256, 512) (True, b'z')
print(struct.unpack('<e', struct.pack('<e', 1.1)), struct.unpack('<f', struct.pack('<f', 1.1)), struct.unpack('<d', struct.pack('<d', 1.1)))  # expect: (1.099609375,) (1.100000023841858,) (1.1,)
for value in (0.0, -0.0, 5.9604644775390625e-08, 2.98e-08, 6.1e-05, 65504.0, float('inf'), 0.333, 2049.0, 2051.0):
    print(value, struct.pack('<e', value), struct.unpack('<e', struct.pack('<e', value))[0])
# expect: 0.0 b'\x00\x00' 0.0
# expect: -0.0 b'\x00\x80' -0.0
# expect: 5.960464477539063e-08 b'\x01\x00' 5.960464477539063e-08
# expect: 2.98e-08 b'\x00\x00' 0.0
# expect: 6.1e-05 b'\xff\x03' 6.097555160522461e-05
# expect: 65504.0 b'\xff{' 65504.0
# expect: inf b'\x00|' inf
# expect: 0.333 b'T5' 0.3330078125
# expect: 2049.0 b'\x00h' 2048.0
# expect: 2051.0 b'\x02h' 2052.0
data = bytearray(8)
struct.pack_into('<hh', data, 2, 1, 2)
struct.pack_into('<b', data, -1, 9)
print(data, struct.unpack_from('<h', data, 2), struct.unpack_from('<h', data, offset=4), struct.unpack_from('<b', buffer=data, offset=-1))  # expect: bytearray(b'\x00\x00\x01\x00\x02\x00\x00\t') (1,) (2,) (9,)
print(list(struct.iter_unpack('<hb', b'\1\0\2\3\0\4')), struct.iter_unpack('h', b'abcd').__length_hint__())  # expect: [(1, 2), (3, 4)] 2
record = struct.Struct('<IHB')
print(record, record.format, record.size, record.pack(1, 2, 3), record.unpack(b'\1\0\0\0\2\0\3'), list(record.iter_unpack(bytes(14))))  # expect: Struct('<IHB') <IHB 7 b'\x01\x00\x00\x00\x02\x00\x03' (1, 2, 3) [(0, 0, 0), (0, 0, 0)]
print(struct.Struct(b'<i').format, type(struct.Struct(b'<i').format).__name__)  # expect: <i str


class Point(struct.Struct):
    def __init__(self):
        super().__init__('<hh')


print(Point().pack(1, 2), Point().size)  # expect: b'\x01\x00\x02\x00' 4
view = memoryview(bytearray(range(16)))
print(struct.unpack('<4H', view[4:12]), struct.unpack_from('<H', view[::-1].tobytes(), 1))  # expect: (1284, 1798, 2312, 2826) (3342,)
try:
    struct.unpack('<4H', view[::2])
except BufferError as error:
    print(error)  # expect: memoryview: underlying buffer is not C-contiguous
print(struct.error.__name__, struct.error.__module__, struct.error.__mro__[1].__name__)  # expect: error struct Exception
