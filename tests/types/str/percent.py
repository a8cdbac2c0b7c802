# printf-style formatting.
def fails(text, values):
    try:
        print('no error:', text % values)
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print('%s %r %a' % ('é', 'é', 'é'), '%s' % 5, '%s' % (5,), '%s' % [1, 2], '%s' % {'a': 1}, '%s' % None, '%%' % (), 'no' % (), 'no' % {}, 'no' % [])  # expect: é 'é' '\xe9' 5 5 [1, 2] {'a': 1} None % no no no
print('%d %i %u' % (1, -2, True), '%5d|%-5d|%05d|%+d|% d' % (3, 3, 3, 3, 3), '%-05d|%+05d|%+-5d|' % (3, 3, 3), '%.5d %.3d %8.3d' % (42, -5, 7), '%d' % 3.99, '%d' % -3.99, '%d' % 10**30)  # expect: 1 -2 1     3|3    |00003|+3| 3 3    |+0003|+3   | 00042 -005      007 3 -3 1000000000000000000000000000000
print('%x %X %o' % (255, 255, 8), '%#x %#X %#o %#d' % (255, 255, 8, 9), '%#10x|%#-10x|%#010x|%+#010x' % (255, 255, 255, 255), '%x %#x %08x' % (-255, -255, -255), '%.4x %#.4x' % (10, 10), '%x' % 2**70)  # expect: ff FF 10 0xff 0XFF 0o10 9       0xff|0xff      |0x000000ff|+0x00000ff -ff -0xff -00000ff 000a 0x000a 400000000000000000
print('%f %F %e %E %g %G' % (3.14159, 2.5, 12345.678, 0.00012, 1e-10, 1e20), '%.2f %.0f %#.0f %10.3f|%-10.3f|%010.3f' % (2.675, 0.5, 1.0, 3.14159, 3.14159, -3.14159), '%+.1e % .1e' % (1.0, 1.0), '%#g %g' % (1.0, 1.0), '%f' % 10**20, '%f' % True)  # expect: 3.141590 2.500000 1.234568e+04 1.200000E-04 1e-10 1E+20 2.67 0 1.      3.142|3.142     |-00003.142 +1.0e+00  1.0e+00 1.00000 1 100000000000000000000.000000 1.000000
print('%f %5.1f %F' % (float('nan'), float('inf'), float('-inf')), '%05f|' % float('nan'), '%e' % 0)  # expect: nan   inf -INF 00nan| 0.000000e+00
print('%c%c%c' % ('a', 66, 0x1F600), '%5c|%-5c|' % ('x', 'y'), '%.3s|%10.2s|%-10s|' % ('abcdef', 'abcdef', 'ab'), '%.0r|' % 5, '%+s|%05s|%#s' % ('a', 'b', 'c'))  # expect: aB😀     x|y    | abc|        ab|ab        | | a|    b|c
print('%(a)s %(b)05d %(a)r %%' % {'a': 'x', 'b': 7}, '%(a(b))s' % {'a(b)': 1}, '%()s' % {'': 'empty'}, '%(a)s' % {'a': (1, 2)})  # expect: x 00007 'x' % 1 empty (1, 2)
print('%*d|%-*d|%*d|%.*f' % (5, 1, 5, 2, -5, 3, 2, 3.14159), '%hd %ld %Ld' % (1, 2, 3), 'α%sβ' % '😀', '%s' % 'a' * 2)  # expect:     1|2    |3    |3.14 1 2 3 α😀β aa

class Number:
    def __int__(self):
        return 7

    def __index__(self):
        return 8

    def __float__(self):
        return 1.5

    def __str__(self):
        return 'seven'

print('%d %x %f %s %c' % (Number(), Number(), Number(), Number(), Number()) == '7 8 1.500000 seven \x08')  # expect: True
for text, values in (('%c', 'ab'), ('%c', ''), ('%c', 1.5), ('%c', -1), ('%c', 0x110000), ('%c', 1 << 70), ('%c', None), ('%d', 'a'), ('%x', 1.5), ('%o', 'a'), ('%d', 1j), ('%d', None), ('%f', 'a'), ('%e', None), ('%z', 1), ('%\u1234', 1),
                     ('%s %s', 'a'), ('%s', ()), ('%s', ('a', 'b')), ('a', 1), ('a', ('b',)), ('%(a)s', 1), ('%(a)s', (1,)), ('%(a)s', {}), ('%(a', {}), ('%', 1), ('%5', 1), ('%l', 1), ('%d %', 1), ('%lld', 1),
                     ('%99999999999999999999d', 1), ('%.99999999999999999999d', 1), ('%.3000000000d', 1), ('%*d', ('a', 1)), ('%*d', (1 << 70, 1)), ('%.*d', (1 << 70, 1)), ('%5%', ()), ('%5%', (1,)), ('%(a)%', {'a': 1}),
                     ('%d', float('inf')), ('%d', float('nan')), ('%.1f', 10**400), ('%(a)*d', {'a': 1})):
    fails(text, values)
# expect: TypeError: %c requires int or char
# expect: TypeError: %c requires int or char
# expect: TypeError: %c requires int or char
# expect: OverflowError: %c arg not in range(0x110000)
# expect: OverflowError: %c arg not in range(0x110000)
# expect: OverflowError: %c arg not in range(0x110000)
# expect: TypeError: %c requires int or char
# expect: TypeError: %d format: a real number is required, not str
# expect: TypeError: %x format: an integer is required, not float
# expect: TypeError: %o format: an integer is required, not str
# expect: TypeError: %d format: a real number is required, not complex
# expect: TypeError: %d format: a real number is required, not NoneType
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not NoneType
# expect: ValueError: unsupported format character 'z' (0x7a) at index 1
# expect: ValueError: unsupported format character '?' (0x1234) at index 1
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not all arguments converted during string formatting
# expect: TypeError: not all arguments converted during string formatting
# expect: TypeError: not all arguments converted during string formatting
# expect: TypeError: format requires a mapping
# expect: TypeError: format requires a mapping
# expect: KeyError: 'a'
# expect: ValueError: incomplete format key
# expect: ValueError: incomplete format
# expect: ValueError: incomplete format
# expect: ValueError: incomplete format
# expect: ValueError: incomplete format
# expect: ValueError: unsupported format character 'l' (0x6c) at index 2
# expect: ValueError: width too big
# expect: ValueError: precision too big
# expect: ValueError: precision too big
# expect: TypeError: * wants int
# expect: OverflowError: Python int too large to convert to C ssize_t
# expect: OverflowError: Python int too large to convert to C int
# expect: TypeError: not enough arguments for format string
# expect: ValueError: unsupported format character '%' (0x25) at index 2
# expect: ValueError: unsupported format character '%' (0x25) at index 4
# expect: OverflowError: cannot convert float infinity to integer
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: int too large to convert to float
# expect: TypeError: not enough arguments for format string
