# bytearray.resize and take_bytes, and fromhex of bytes.
# since: 3.15
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

b = bytearray(b'abc')
b.resize(5)
print(b)  # expect: bytearray(b'abc\x00\x00')
b.resize(2)
print(b)  # expect: bytearray(b'ab')
b.resize(0)
print(b, b.resize(1))  # expect: bytearray(b'\x00') None
fails(b.resize, -1)  # expect: ValueError: Can only resize to positive sizes, got -1
fails(b.resize, 'a')  # expect: TypeError: 'str' object cannot be interpreted as an integer
with memoryview(b):
    fails(b.resize, 5)  # expect: BufferError: Existing exports of data: object cannot be re-sized
    b.resize(1)
b = bytearray(b'0123456789')
print(b.take_bytes(3), b)  # expect: b'012' bytearray(b'3456789')
print(b.take_bytes(-2), b)  # expect: b'34567' bytearray(b'89')
print(b.take_bytes(0), b.take_bytes(), b)  # expect: b'' b'89' bytearray(b'')
print(b.take_bytes(None))  # expect: b''
fails(b.take_bytes, 1)  # expect: IndexError: can't take 1 bytes outside size 0
fails(b.take_bytes, 'a')  # expect: TypeError: 'str' object cannot be interpreted as an integer
b.extend(b'xy')
with memoryview(b):
    fails(b.take_bytes)  # expect: BufferError: Existing exports of data: object cannot be re-sized
print(b)  # expect: bytearray(b'xy')
print(bytes.fromhex(b'61 62'), bytearray.fromhex(bytearray(b'63')), bytes.fromhex(memoryview(b'64')))  # expect: b'ab' bytearray(b'c') b'd'
