# to_bytes and from_bytes.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

print((258).to_bytes(2), (258).to_bytes(2, 'little'), (258).to_bytes(4, byteorder='big'), (0).to_bytes(), (255).to_bytes(), (0).to_bytes(0))  # expect: b'\x01\x02' b'\x02\x01' b'\x00\x00\x01\x02' b'\x00' b'\xff' b''
print((-1).to_bytes(1, signed=True), (-129).to_bytes(2, 'little', signed=True), (127).to_bytes(1, signed=True), (-128).to_bytes(1, signed=True))  # expect: b'\xff' b'\x7f\xff' b'\x7f' b'\x80'
print((10**20).to_bytes(9), (10**20).to_bytes(12, 'little'), (-10**20).to_bytes(10, signed=True), (-2**63).to_bytes(8, signed=True), (-2**64).to_bytes(9, signed=True))  # expect: b'\x05k\xc7^-c\x10\x00\x00' b'\x00\x00\x10c-^\xc7k\x05\x00\x00\x00' b'\xff\xfa\x948\xa1\xd2\x9c\xf0\x00\x00' b'\x80\x00\x00\x00\x00\x00\x00\x00' b'\xff\x00\x00\x00\x00\x00\x00\x00\x00'
print(int.from_bytes(b'\x01\x02'), int.from_bytes(b'\x01\x02', 'little'), int.from_bytes(b'\xff', signed=True), int.from_bytes(b'', 'big'))  # expect: 258 513 -1 0
print(int.from_bytes(b'\xff' * 8), int.from_bytes(b'\xff' * 8, signed=True), int.from_bytes(b'\x80' + b'\0' * 15, 'big', signed=True), int.from_bytes(b'\xff' * 9))  # expect: 18446744073709551615 -1 -170141183460469231731687303715884105728 4722366482869645213695
print(int.from_bytes([1, 2, 3]), int.from_bytes(bytearray(b'ab')), int.from_bytes(memoryview(b'ab')), int.from_bytes((255,), signed=True))  # expect: 66051 24930 24930 -1
for n in (0, 1, 127, 128, 255, 256, 2**31, 2**61, 2**63, 2**64 - 1, 2**64, 10**30, 2**200 - 1):
    for order in ('big', 'little'):
        size = n.bit_length() // 8 + 1
        assert int.from_bytes(n.to_bytes(size, order), order) == n
        for m in (n, -n):
            assert int.from_bytes(m.to_bytes(size, order, signed=True), order, signed=True) == m
print(attempt(lambda: (256).to_bytes()), attempt(lambda: (1).to_bytes(0)), attempt(lambda: (128).to_bytes(1, signed=True)), attempt(lambda: (-129).to_bytes(1, signed=True)), sep='\n')
# expect: OverflowError: int too big to convert
# expect: OverflowError: int too big to convert
# expect: OverflowError: int too big to convert
# expect: OverflowError: int too big to convert
print(attempt(lambda: (-1).to_bytes()), attempt(lambda: (1).to_bytes(-1)), attempt(lambda: (1).to_bytes(1, 'x')), attempt(lambda: (1).to_bytes('a')), sep='\n')
# expect: OverflowError: can't convert negative int to unsigned
# expect: ValueError: length argument must be non-negative
# expect: ValueError: byteorder must be either 'little' or 'big'
# expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(lambda: (5).to_bytes(2, 5)), attempt(lambda: (5).to_bytes(2, 'big', False)), attempt(lambda: (2**64).to_bytes(8)), attempt(lambda: (-2**63 - 1).to_bytes(8, signed=True)), sep='\n')
# expect: TypeError: to_bytes() argument 'byteorder' must be str, not int
# expect: TypeError: to_bytes() takes at most 2 positional arguments (3 given)
# expect: OverflowError: int too big to convert
# expect: OverflowError: int too big to convert
print(attempt(lambda: int.from_bytes('ab')), attempt(lambda: int.from_bytes(5)), attempt(lambda: int.from_bytes()), attempt(lambda: int.from_bytes([256])), attempt(lambda: int.from_bytes(b'a', 'x')), sep='\n')
# expect: TypeError: cannot convert 'str' object to bytes
# expect: TypeError: cannot convert 'int' object to bytes
# expect: TypeError: from_bytes() missing required argument 'bytes' (pos 1)
# expect: ValueError: bytes must be in range(0, 256)
# expect: ValueError: byteorder must be either 'little' or 'big'
print((-1).to_bytes(0, signed=True))  # expect: b''
try:
    (5).to_bytes(2 ** 70)
except OverflowError as error:
    print(error)  # expect: Python int too large to convert to C ssize_t
