# Formats made anew for each call, by texts and bytes; what an iterator gave stays as it is; attributes and calls in all their ways.
import struct

for n in range(3):
    for i in range(4):
        code = '<' + str(i + 1) + 'H'
        print(struct.calcsize(code), struct.calcsize(code.encode()), struct.unpack(code, bytes(range(2 * i + 2))))
# expect: 2 2 (256,)
# expect: 4 4 (256, 770)
# expect: 6 6 (256, 770, 1284)
# expect: 8 8 (256, 770, 1284, 1798)
# expect: 2 2 (256,)
# expect: 4 4 (256, 770)
# expect: 6 6 (256, 770, 1284)
# expect: 8 8 (256, 770, 1284, 1798)
# expect: 2 2 (256,)
# expect: 4 4 (256, 770)
# expect: 6 6 (256, 770, 1284)
# expect: 8 8 (256, 770, 1284, 1798)


class Text(str):
    def __hash__(self):
        return 7


print(struct.calcsize(Text('>3s')), struct.calcsize(Text('>4s')), struct.calcsize('>3s'))  # expect: 3 4 3
try:
    struct.calcsize([])
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'

kept = list(struct.iter_unpack('<HB', bytes(range(9))))
print(kept)  # expect: [(256, 2), (1027, 5), (1798, 8)]
walk = struct.iter_unpack('>H2s', bytes(range(12)))
first = next(walk)
second = next(walk)
print(first, second, next(walk), next(walk, 'end'))  # expect: (1, b'\x02\x03') (1029, b'\x06\x07') (2057, b'\n\x0b') end
for a, b in struct.iter_unpack('<qd', struct.pack('<qdqd', 2**63 - 1, 1e308, -2**63, 0.0)):
    print(a, b)
# expect: 9223372036854775807 1e+308
# expect: -9223372036854775808 0.0
print(list(struct.iter_unpack('2x', bytes(4))))  # expect: [(), ()]

record = struct.Struct('<IhB')
for _ in range(3):
    print(record.size, record.format, record.unpack_from(bytearray(range(12)), 5), record.unpack_from(buffer=bytes(7)), record.unpack_from(memoryview(bytes(range(9))), offset=2))
# expect: 7 <IhB (134678021, 2569, 11) (0, 0, 0) (84148994, 1798, 8)
# expect: 7 <IhB (134678021, 2569, 11) (0, 0, 0) (84148994, 1798, 8)
# expect: 7 <IhB (134678021, 2569, 11) (0, 0, 0) (84148994, 1798, 8)
for offset in (-8, 8, 1 << 70):
    try:
        print(record.unpack_from(bytes(8), offset))
    except Exception as error:
        print(type(error).__name__, error)
# expect: (0, 0, 0)
# expect: error unpack_from requires a buffer of at least 15 bytes for unpacking 7 bytes at offset 8 (actual buffer size is 8)
# expect: OverflowError Python int too large to convert to C ssize_t
try:
    record.size = 3
except AttributeError as error:
    print(error)  # expect: attribute 'size' of '_struct.Struct' objects is not writable

target = bytearray(10)
record.pack_into(target, 1, 0xFFFFFFFF, -2, 3)
print(target)  # expect: bytearray(b'\x00\xff\xff\xff\xff\xfe\xff\x03\x00\x00')
for values in ((1, 2), (1, 2, 3, 4), (1 << 32, 0, 0), (0, 0, 256), (0.5, 0, 0)):
    try:
        record.pack_into(target, 0, *values)
    except Exception as error:
        print(type(error).__name__, error, target)
# expect: error pack_into expected 3 items for packing (got 2) bytearray(b'\x00\xff\xff\xff\xff\xfe\xff\x03\x00\x00')
# expect: error pack_into expected 3 items for packing (got 4) bytearray(b'\x00\xff\xff\xff\xff\xfe\xff\x03\x00\x00')
# expect: error 'I' format requires 0 <= number <= 4294967295 bytearray(b'\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00')
# expect: error 'B' format requires 0 <= number <= 255 bytearray(b'\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00')
# expect: error required argument is not an integer bytearray(b'\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00')
for wrong in (bytes(10), memoryview(bytes(10)), 'text', None):
    try:
        record.pack_into(wrong, 0, 1, 2, 3)
    except TypeError as error:
        print(error)
# expect: argument must be read-write bytes-like object, not bytes
# expect: argument must be read-write bytes-like object, not memoryview
# expect: argument must be read-write bytes-like object, not str
# expect: argument must be read-write bytes-like object, not None


class Index:
    def __init__(self, array):
        self.array = array

    def __index__(self):
        try:
            self.array.clear()
        except BufferError as error:
            print(error)
        return 1


array = bytearray(7)
record.pack_into(array, 0, 1, Index(array), 2)
# expect: Existing exports of data: object cannot be re-sized
print(array)  # expect: bytearray(b'\x01\x00\x00\x00\x01\x00\x02')
array = bytearray(8)
print(record.unpack_from(array, Index(array)))
# expect: Existing exports of data: object cannot be re-sized
# expect: (0, 0, 0)
print(struct.pack('>hHiIqQ', -2, 2, -3, 3, -4, 4), struct.pack('<hHiIqQ', -2, 2, -3, 3, -4, 4))  # expect: b'\xff\xfe\x00\x02\xff\xff\xff\xfd\x00\x00\x00\x03\xff\xff\xff\xff\xff\xff\xff\xfc\x00\x00\x00\x00\x00\x00\x00\x04' b'\xfe\xff\x02\x00\xfd\xff\xff\xff\x03\x00\x00\x00\xfc\xff\xff\xff\xff\xff\xff\xff\x04\x00\x00\x00\x00\x00\x00\x00'
