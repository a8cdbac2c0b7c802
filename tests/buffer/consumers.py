# Everything that reads bytes accepts every exporter.
import struct
sources = [b'ab', bytearray(b'ab'), memoryview(b'ab'), memoryview(b'xabx')[1:3]]
for s in sources:
    print(bytes(s), bytearray(s), b'[%b]' % s, b'xabx'.find(s), b'abab'.count(s), b'abc'.startswith(bytes(s)), b'zabz'.replace(s, b'-'), b'1ab2'.split(s), b'-'.join([s, s]), int.from_bytes(s, 'big'), b'ab' in [s], str(s, 'ascii'))
# expect: b'ab' bytearray(b'ab') b'[ab]' 1 2 True b'z-z' [b'1', b'2'] b'ab-ab' 24930 True ab
# expect: b'ab' bytearray(b'ab') b'[ab]' 1 2 True b'z-z' [b'1', b'2'] b'ab-ab' 24930 True ab
# expect: b'ab' bytearray(b'ab') b'[ab]' 1 2 True b'z-z' [b'1', b'2'] b'ab-ab' 24930 True ab
# expect: b'ab' bytearray(b'ab') b'[ab]' 1 2 True b'z-z' [b'1', b'2'] b'ab-ab' 24930 True ab
data = bytearray(b'0123')
data[1:3] = memoryview(b'<>')
data += memoryview(b'!')
data.extend(memoryview(b'?'))
print(data)  # expect: bytearray(b'0<>3!?')
print(struct.unpack('2c', memoryview(b'ab')), struct.unpack_from('B', memoryview(b'abc')[1:]), list(struct.iter_unpack('B', memoryview(b'ab'))), int(memoryview(b'12')), float(bytearray(b'1.5')), b'a' < memoryview(b'b').tobytes(), bytes.fromhex('6162'))  # expect: (b'a', b'b') (98,) [(97,), (98,)] 12 1.5 True b'ab'
struct.pack_into('H', memoryview(data)[1:], 0, 0x4142)
print(data)  # expect: bytearray(b'0BA3!?')
for action in (lambda: struct.unpack('H', memoryview(b'abcd')[::2]), lambda: int(memoryview(b'x')), lambda: struct.pack_into('H', b'ab', 0, 1), lambda: struct.pack_into('H', memoryview(b'ab'), 0, 1), lambda: eval(memoryview(b'1 + 1'))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
# expect: BufferError memoryview: underlying buffer is not C-contiguous
# expect: ValueError invalid literal for int() with base 10: b'x'
# expect: TypeError argument must be read-write bytes-like object, not bytes
# expect: TypeError argument must be read-write bytes-like object, not memoryview
# expect: 2
