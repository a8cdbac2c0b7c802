# int() of texts in every base, and back.
def attempt(*args, **kwargs):
    try:
        return int(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'

print(int(), int('0'), int('-0'), int('+5'), int(' 12\n'), int('\t-7 '), int('1_000_000'), int('٣٤'), int('\u20035\u2003'))  # expect: 0 0 0 5 12 -7 1000000 34 5
print(int('9' * 18), int('9' * 19), int('-2305843009213693952'), int('2305843009213693951'), int('2305843009213693952'), int('123456789' * 8))  # expect: 999999999999999999 9999999999999999999 -2305843009213693952 2305843009213693951 2305843009213693952 123456789123456789123456789123456789123456789123456789123456789123456789
print(int('ff', 16), int('0xFF', 16), int('0x_ff', 16), int('-0b101', 2), int('0o17', 8), int('z', 36), int('Zz', 36), int('102', 3), int('7' * 30, 8))  # expect: 255 255 255 -5 15 35 1295 11 1237940039285380274899124223
print(int('0x1f', 0), int('0b11', 0), int('0o7', 0), int('0', 0), int('0_0', 0), int('00', 0), int('12', 0), int('-0xA', 0))  # expect: 31 3 7 0 0 0 12 -10
print(int(b'12'), int(bytearray(b' 0x1f '), 16), int(memoryview(b'77')), int('5', base=6), int('0b1', 16), int('0b1', base=12))  # expect: 12 31 77 5 177 133
print(attempt(''), attempt(' '), attempt('-'), attempt('1 2'), attempt('1.0'), attempt('1e5'), sep='\n')
# expect: ValueError: invalid literal for int() with base 10: ''
# expect: ValueError: invalid literal for int() with base 10: ' '
# expect: ValueError: invalid literal for int() with base 10: '-'
# expect: ValueError: invalid literal for int() with base 10: '1 2'
# expect: ValueError: invalid literal for int() with base 10: '1.0'
# expect: ValueError: invalid literal for int() with base 10: '1e5'
print(attempt('_1'), attempt('1_'), attempt('1__0'), attempt('0x', 16), attempt('0x', 0), attempt('010', 0), attempt('0b12', 2), attempt('9', 9), sep='\n')
# expect: ValueError: invalid literal for int() with base 10: '_1'
# expect: ValueError: invalid literal for int() with base 10: '1_'
# expect: ValueError: invalid literal for int() with base 10: '1__0'
# expect: ValueError: invalid literal for int() with base 16: '0x'
# expect: ValueError: invalid literal for int() with base 0: '0x'
# expect: ValueError: invalid literal for int() with base 0: '010'
# expect: ValueError: invalid literal for int() with base 2: '0b12'
# expect: ValueError: invalid literal for int() with base 9: '9'
print(attempt('12', 1), attempt('12', 37), attempt('12', -1), attempt('12', 10**30), attempt(12, 10), attempt('1', 'a'), sep='\n')
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: TypeError: int() can't convert non-string with explicit base
# expect: TypeError: 'str' object cannot be interpreted as an integer
print(attempt(base=6), attempt(x=1), attempt(1, 2, 3), attempt(None), attempt([]), attempt(1j), attempt(b'\xff'), attempt('1\x00'), sep='\n')
# expect: TypeError: int() missing string argument
# expect: TypeError: int() got an unexpected keyword argument 'x'
# expect: TypeError: int expected at most 2 arguments, got 3
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: ValueError: invalid literal for int() with base 10: b'\xff'
# expect: ValueError: invalid literal for int() with base 10: '1\x00'
print(attempt('x' * 300))  # expect: ValueError: invalid literal for int() with base 10: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx

for base in range(2, 37):
    for n in (0, 1, 35, 10**18, 2**61, 2**64 - 1, 10**60 + 12345, 36**50, 7**300):
        digits, m = '', n
        while m:
            m, d = divmod(m, base)
            digits = '0123456789abcdefghijklmnopqrstuvwxyz'[d] + digits
        assert int(digits or '0', base) == n and int('-' + (digits or '0').upper(), base) == -n, (n, base)

print(str(10**18), str(-10**19), repr(2**64), 10**40, -10**40, f'{10**25}', '%d' % 10**25)  # expect: 1000000000000000000 -10000000000000000000 18446744073709551616 10000000000000000000000000000000000000000 -10000000000000000000000000000000000000000 10000000000000000000000000 10000000000000000000000000
print(bin(10), bin(-10), oct(64), hex(255), hex(-2**70), bin(2**65), oct(10**25), hex(10**25), hex(0))  # expect: 0b1010 -0b1010 0o100 0xff -0x400000000000000000 0b100000000000000000000000000000000000000000000000000000000000000000 0o4105452130240024411200000000 0x84595161401484a000000 0x0
print(len(str(7**4000)), str(7**4000)[:40], str(7**4000)[-40:], int(str(7**4000)) == 7**4000)  # expect: 3381 2466948351013197384720686849182819179119 3117371828213160034333324449085122400001 True
print(str(10**1000) == '1' + '0' * 1000, int('9' * 4300) == 10**4300 - 1)  # expect: True True
