import struct


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        name = 'struct.error' if isinstance(error, struct.error) else type(error).__name__
        return f"{name}: {error}"


for code in 'bBhHiIlLqQnN':
    print(attempt(struct.pack, code, 2 ** 70), attempt(struct.pack, code, -2 ** 70), attempt(struct.pack, code, 'x'))
# expect: struct.error: 'b' format requires -128 <= number <= 127 struct.error: 'b' format requires -128 <= number <= 127 struct.error: required argument is not an integer
# expect: struct.error: 'B' format requires 0 <= number <= 255 struct.error: 'B' format requires 0 <= number <= 255 struct.error: required argument is not an integer
# expect: struct.error: 'h' format requires -32768 <= number <= 32767 struct.error: 'h' format requires -32768 <= number <= 32767 struct.error: required argument is not an integer
# expect: struct.error: 'H' format requires 0 <= number <= 65535 struct.error: 'H' format requires 0 <= number <= 65535 struct.error: required argument is not an integer
# expect: struct.error: 'i' format requires -2147483648 <= number <= 2147483647 struct.error: 'i' format requires -2147483648 <= number <= 2147483647 struct.error: required argument is not an integer
# expect: struct.error: 'I' format requires 0 <= number <= 4294967295 struct.error: 'I' format requires 0 <= number <= 4294967295 struct.error: required argument is not an integer
# expect: struct.error: 'l' format requires -9223372036854775808 <= number <= 9223372036854775807 struct.error: 'l' format requires -9223372036854775808 <= number <= 9223372036854775807 struct.error: required argument is not an integer
# expect: struct.error: 'L' format requires 0 <= number <= 18446744073709551615 struct.error: 'L' format requires 0 <= number <= 18446744073709551615 struct.error: required argument is not an integer
# expect: struct.error: 'q' format requires -9223372036854775808 <= number <= 9223372036854775807 struct.error: 'q' format requires -9223372036854775808 <= number <= 9223372036854775807 struct.error: required argument is not an integer
# expect: struct.error: 'Q' format requires 0 <= number <= 18446744073709551615 struct.error: 'Q' format requires 0 <= number <= 18446744073709551615 struct.error: required argument is not an integer
# expect: struct.error: 'n' format requires -9223372036854775808 <= number <= 9223372036854775807 struct.error: 'n' format requires -9223372036854775808 <= number <= 9223372036854775807 struct.error: required argument is not an integer
# expect: struct.error: 'N' format requires 0 <= number <= 18446744073709551615 struct.error: 'N' format requires 0 <= number <= 18446744073709551615 struct.error: required argument is not an integer
for code in 'bBhHiIlLqQ':
    for order in '<>':
        size = 8 * struct.calcsize(order + code)
        top = 2 ** (size - 1) if code.islower() else 2 ** size
        print(order, code, attempt(struct.pack, order + code, top - 1), attempt(struct.pack, order + code, top))
# expect: < b b'\x7f' struct.error: 'b' format requires -128 <= number <= 127
# expect: > b b'\x7f' struct.error: 'b' format requires -128 <= number <= 127
# expect: < B b'\xff' struct.error: 'B' format requires 0 <= number <= 255
# expect: > B b'\xff' struct.error: 'B' format requires 0 <= number <= 255
# expect: < h b'\xff\x7f' struct.error: 'h' format requires -32768 <= number <= 32767
# expect: > h b'\x7f\xff' struct.error: 'h' format requires -32768 <= number <= 32767
# expect: < H b'\xff\xff' struct.error: 'H' format requires 0 <= number <= 65535
# expect: > H b'\xff\xff' struct.error: 'H' format requires 0 <= number <= 65535
# expect: < i b'\xff\xff\xff\x7f' struct.error: 'i' format requires -2147483648 <= number <= 2147483647
# expect: > i b'\x7f\xff\xff\xff' struct.error: 'i' format requires -2147483648 <= number <= 2147483647
# expect: < I b'\xff\xff\xff\xff' struct.error: 'I' format requires 0 <= number <= 4294967295
# expect: > I b'\xff\xff\xff\xff' struct.error: 'I' format requires 0 <= number <= 4294967295
# expect: < l b'\xff\xff\xff\x7f' struct.error: 'l' format requires -2147483648 <= number <= 2147483647
# expect: > l b'\x7f\xff\xff\xff' struct.error: 'l' format requires -2147483648 <= number <= 2147483647
# expect: < L b'\xff\xff\xff\xff' struct.error: 'L' format requires 0 <= number <= 4294967295
# expect: > L b'\xff\xff\xff\xff' struct.error: 'L' format requires 0 <= number <= 4294967295
# expect: < q b'\xff\xff\xff\xff\xff\xff\xff\x7f' struct.error: 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: > q b'\x7f\xff\xff\xff\xff\xff\xff\xff' struct.error: 'q' format requires -9223372036854775808 <= number <= 9223372036854775807
# expect: < Q b'\xff\xff\xff\xff\xff\xff\xff\xff' struct.error: 'Q' format requires 0 <= number <= 18446744073709551615
# expect: > Q b'\xff\xff\xff\xff\xff\xff\xff\xff' struct.error: 'Q' format requires 0 <= number <= 18446744073709551615
for code in ('e', 'f', 'd', '<e', '<f', '>d'):
    print(code, attempt(struct.pack, code, 'x'), attempt(struct.pack, code, 1e300), attempt(struct.pack, code, 2 ** 2000), attempt(struct.pack, code, 1))
# expect: e struct.error: required argument is not a float OverflowError: float too large to pack with e format struct.error: required argument is not a float b'\x00<'
# expect: f struct.error: required argument is not a float b'\x00\x00\x80\x7f' struct.error: required argument is not a float b'\x00\x00\x80?'
# expect: d struct.error: required argument is not a float b'\x9cu\x00\x88<\xe47~' struct.error: required argument is not a float b'\x00\x00\x00\x00\x00\x00\xf0?'
# expect: <e struct.error: required argument is not a float OverflowError: float too large to pack with e format struct.error: required argument is not a float b'\x00<'
# expect: <f struct.error: required argument is not a float OverflowError: float too large to pack with f format struct.error: required argument is not a float b'\x00\x00\x80?'
# expect: >d struct.error: required argument is not a float b'~7\xe4<\x88\x00u\x9c' struct.error: required argument is not a float b'?\xf0\x00\x00\x00\x00\x00\x00'
print(attempt(struct.pack, 'e', 65519.0), attempt(struct.pack, 'e', 65520.0), attempt(struct.pack, 'e', float('nan')))  # expect: b'\xff{' OverflowError: float too large to pack with e format b'\x00~'
print(attempt(struct.pack, 'c', b'ab'), attempt(struct.pack, 'c', 'a'), attempt(struct.pack, 'c', b'a'))  # expect: struct.error: char format requires a bytes object of length 1 struct.error: char format requires a bytes object of length 1 b'a'
print(attempt(struct.pack, 's', 'x'), attempt(struct.pack, 'p', 5), attempt(struct.pack, '4s', bytearray(b'ab')))  # expect: struct.error: argument for 's' must be a bytes object struct.error: argument for 'p' must be a bytes object b'ab\x00\x00'
print(attempt(struct.pack, 'P', 2 ** 64), attempt(struct.pack, 'P', -1), attempt(struct.pack, 'P', 'x'))  # expect: struct.error: int too large to convert b'\xff\xff\xff\xff\xff\xff\xff\xff' struct.error: required argument is not an integer
print(attempt(struct.pack, 'ii', 1), attempt(struct.pack, 'ii', 1, 2, 3), attempt(struct.pack, '', 1), attempt(struct.pack))  # expect: struct.error: pack expected 2 items for packing (got 1) struct.error: pack expected 2 items for packing (got 3) struct.error: pack expected 0 items for packing (got 1) TypeError: missing format argument
print(attempt(struct.unpack, 'ii', b'abc'), attempt(struct.unpack, 'i', 'abcd'), attempt(struct.unpack, 'i', 5))  # expect: struct.error: unpack requires a buffer of 8 bytes TypeError: a bytes-like object is required, not 'str' TypeError: a bytes-like object is required, not 'int'
for offset in (0, 3, -2, -10, 10, 'x', 2 ** 63):
    print(attempt(struct.unpack_from, 'i', b'abcdef', offset))
# expect: (1684234849,)
# expect: struct.error: unpack_from requires a buffer of at least 7 bytes for unpacking 4 bytes at offset 3 (actual buffer size is 6)
# expect: struct.error: not enough data to unpack 4 bytes at offset -2
# expect: struct.error: offset -10 out of range for 6-byte buffer
# expect: struct.error: unpack_from requires a buffer of at least 14 bytes for unpacking 4 bytes at offset 10 (actual buffer size is 6)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: Python int too large to convert to C ssize_t
for offset in (0, 3, -2, -10, 10, 'x', 2 ** 64):
    print(attempt(struct.pack_into, 'i', bytearray(6), offset, 1))
# expect: None
# expect: struct.error: pack_into requires a buffer of at least 7 bytes for packing 4 bytes at offset 3 (actual buffer size is 6)
# expect: struct.error: no space to pack 4 bytes at offset -2
# expect: struct.error: offset -10 out of range for 6-byte buffer
# expect: struct.error: pack_into requires a buffer of at least 14 bytes for packing 4 bytes at offset 10 (actual buffer size is 6)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: IndexError: cannot fit 'int' into an index-sized integer
print(attempt(struct.pack_into, 'i', b'abcdef', 0, 1), attempt(struct.pack_into, 'i', 5, 0, 1))  # expect: TypeError: argument must be read-write bytes-like object, not bytes TypeError: argument must be read-write bytes-like object, not int
print(attempt(struct.pack_into, 'i'), attempt(struct.pack_into, 'i', bytearray(4)), attempt(struct.pack_into, 'i', bytearray(4), 0), attempt(struct.pack_into))  # expect: struct.error: pack_into expected buffer argument struct.error: pack_into expected offset argument struct.error: pack_into expected 1 items for packing (got 0) TypeError: missing format argument
for text in ('z', '<n', '>P', '3', '3 i', 'i3', '@<i', 'i@', '-1i', '99999999999999999999i', '9223372036854775807i', 'i\0', '\u20ac', 5, bytearray(b'i')):
    print(repr(text), attempt(struct.calcsize, text))
# expect: 'z' struct.error: bad char in struct format
# expect: '<n' struct.error: bad char in struct format
# expect: '>P' struct.error: bad char in struct format
# expect: '3' struct.error: repeat count given without format specifier
# expect: '3 i' struct.error: bad char in struct format
# expect: 'i3' struct.error: repeat count given without format specifier
# expect: '@<i' struct.error: bad char in struct format
# expect: 'i@' struct.error: bad char in struct format
# expect: '-1i' struct.error: bad char in struct format
# expect: '99999999999999999999i' struct.error: total struct size too long
# expect: '9223372036854775807i' struct.error: total struct size too long
# expect: 'i\x00' struct.error: embedded null character
# expect: '€' UnicodeEncodeError: 'ascii' codec can't encode character '\u20ac' in position 0: ordinal not in range(128)
# expect: 5 TypeError: Struct() argument 1 must be a str or bytes object, not int
# expect: bytearray(b'i') TypeError: unhashable type: 'bytearray'
print(attempt(struct.iter_unpack, 'i', b'abcde'), attempt(struct.iter_unpack, '', b''))  # expect: struct.error: iterative unpacking requires a buffer of a multiple of 4 bytes struct.error: cannot iteratively unpack with a struct of length 0
