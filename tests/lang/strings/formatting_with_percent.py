print('%s %r %d %5.2f %x %c %%' % ('a', 'b', 3, 2.5, 255, 'z'))  # expect: a 'b' 3  2.50 ff z %
print('%(x)s-%(y)03d' % {'x': 1, 'y': 2}, '%s' % None, '%s' % [1], '%s %s' % (1, (2, 3)), '%-5s|%5s|' % ('ab', 'cd'))  # expect: 1-002 None [1] 1 (2, 3) ab   |   cd|
print('%+d % d %#x %#o %e %g %G' % (5, 5, 255, 8, 12345.678, 1e-10, 1e20), '%i %u' % (3, 4), '%.3s' % 'abcdef', '%*d' % (5, 42))  # expect: +5  5 0xff 0o10 1.234568e+04 1e-10 1E+20 3 4 abc    42
print('%5%|%c%c' % (65, 'b') if False else '%c%c' % (65, 'b'), '%d' % 3.99, '%s' % 'é', '%a' % 'é', '%r' % 'é', '%x' % -255, '%o' % 10 ** 0 if False else '')  # expect: Ab 3 é '\xe9' 'é' -ff
for text, value in (('%d', 'a'), ('%d %d', (1,)), ('%d', (1, 2)), ('%z', 1), ('%', 1), ('%(a)s', 1), ('%(a)s', {}), ('%c', 'ab'), ('%c', 1.5), ('%x', 1.5), ('%s %(a)s', {'a': 1}), ('plain', 1), ('%*d', ('a', 1))):
    try:
        print(text % value)
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(f'{text!r} {value!r}: {type(error).__name__}: {error}')
# expect: '%d' 'a': TypeError: %d format: a real number is required, not str
# expect: '%d %d' (1,): TypeError: not enough arguments for format string
# expect: '%d' (1, 2): TypeError: not all arguments converted during string formatting
# expect: '%z' 1: ValueError: unsupported format character 'z' (0x7a) at index 1
# expect: '%' 1: ValueError: incomplete format
# expect: '%(a)s' 1: TypeError: format requires a mapping
# expect: '%(a)s' {}: KeyError: 'a'
# expect: '%c' 'ab': TypeError: %c requires int or char
# expect: '%c' 1.5: TypeError: %c requires int or char
# expect: '%x' 1.5: TypeError: %x format: an integer is required, not float
# expect: {'a': 1} 1
# expect: 'plain' 1: TypeError: not all arguments converted during string formatting
# expect: '%*d' ('a', 1): TypeError: * wants int
