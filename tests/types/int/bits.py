# Shifts and the bitwise operators work on an endless two's complement.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

print(1 << 0, 1 << 61, 1 << 62, 1 << 63, 1 << 64, -1 << 63, -1 << 64, 5 << 100, -5 << 65)  # expect: 1 2305843009213693952 4611686018427387904 9223372036854775808 18446744073709551616 -9223372036854775808 -18446744073709551616 6338253001141147007483516026880 -184467440737095516160
print(0 << 1000, 0 << 10**30, 3 << 127 == 3 * 2**127)  # expect: 0 0 True
print(1 >> 1, -1 >> 1, -1 >> 1000, 5 >> 100, -5 >> 1, -5 >> 2, 2**200 >> 199, -2**200 >> 199, (-2**200 - 1) >> 200)  # expect: 0 -1 -1 0 -3 -2 2 -2 -2
print((2**64) >> 64, -(2**64) >> 64, (-(2**64) - 1) >> 64, (2**130 - 1) >> 65, 7 >> 10**30, -7 >> 10**30)  # expect: 1 -1 -2 36893488147419103231 0 -1
numbers = [0, 1, -1, 5, -6, 2**61 - 1, -2**61, 2**63, -2**63, 2**64 - 1, -2**64, 2**64, 10**30, -10**30, 2**200 - 12345]
for a in numbers:
    for b in numbers:
        assert (a & b) + (a | b) == a + b and (a ^ b) == (a | b) - (a & b)
        assert ~(a & b) == ~a | ~b and ~(a | b) == ~a & ~b and a ^ b ^ b == a
    for n in (0, 1, 30, 61, 63, 64, 65, 128, 200):
        assert a << n == a * 2**n and a >> n == a // 2**n
print(-1 & 2**100, -1 | 2**100, -1 ^ 2**100, -2**64 & 2**65 - 1, -2**64 | 1, -2**64 ^ -2**64)  # expect: 1267650600228229401496703205376 -1 -1267650600228229401496703205377 18446744073709551616 -18446744073709551615 0
print(0xF0 & 0x3C, 0xF0 | 0x3C, 0xF0 ^ 0x3C, True & 6, 6 | False, 5 ^ True)  # expect: 48 252 204 0 6 4
print(attempt(lambda: 1 << -1), attempt(lambda: 1 >> -1), attempt(lambda: 1 << -10**30), attempt(lambda: 1 >> -10**30))  # expect: ValueError: negative shift count ValueError: negative shift count ValueError: negative shift count ValueError: negative shift count
print(attempt(lambda: 1 << 1.0), attempt(lambda: 1 & 1.0), attempt(lambda: 1 << (1 << 70)))  # expect: TypeError: unsupported operand type(s) for <<: 'int' and 'float' TypeError: unsupported operand type(s) for &: 'int' and 'float' OverflowError: too many digits in integer
print((0).bit_length(), (1).bit_length(), (-1).bit_length(), (255).bit_length(), (-256).bit_length(), (2**61).bit_length(), (2**64).bit_length(), (10**30).bit_length())  # expect: 0 1 1 8 9 62 65 100
print((0).bit_count(), (7).bit_count(), (-7).bit_count(), (2**64 - 1).bit_count(), (-(2**100) + 1).bit_count(), True.bit_count())  # expect: 0 3 3 64 100 1
