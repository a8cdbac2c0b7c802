# float() of texts.
def attempt(*args):
    try:
        return float(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'

print(float(), float('1.5'), float(' -2.5\n'), float('+3'), float('.5'), float('5.'), float('1e3'), float('1E-3'), float('1.5e+3'), float('0x'[:1]), float('1_000.5_5'), float('1_0e1_0'))  # expect: 0.0 1.5 -2.5 3.0 0.5 5.0 1000.0 0.001 1500.0 0.0 1000.55 100000000000.0
print(float('inf'), float('-Infinity'), float('+INF'), float('nan'), float('-NaN'), float('٣.٥'), float('\u20035\u2003'), float(b'1.5'), float(bytearray(b' 2 ')), float(memoryview(b'3')))  # expect: inf -inf inf nan nan 3.5 5.0 1.5 2.0 3.0
print(float('1e400'), float('-1e400'), float('1e-400'), float('-1e-400'), float('0e999999999999999999999'), float('1' * 400), float('0.' + '0' * 400 + '1'), float('1e' + '9' * 30), float('1' + '0' * 400 + 'e-400'))  # expect: inf -inf 0.0 -0.0 0.0 inf 0.0 inf 1.0
print(float('9007199254740993'), float('9007199254740992.99999999999'), float('9007199254740993.00000000000000001'), float('2.2250738585072011e-308'), float('1.7976931348623158e308'), float('1.7976931348623159e308'), float('4.9e-324'), float('2.4e-324'))  # expect: 9007199254740992.0 9007199254740992.0 9007199254740994.0 2.225073858507201e-308 1.7976931348623157e+308 inf 5e-324 0.0
for text in ('', ' ', '.', '-', 'e5', '1e', '1e+', '1.5.2', '1 2', '0x1p3', 'infi', 'infinit', 'nan1', '1_', '_1', '1__0', '1_.5', '1._5', '1_e5', '--1', '1\x00', 'abc', '1,5'):
    print(ascii(text), attempt(text))
# expect: '' ValueError: could not convert string to float: ''
# expect: ' ' ValueError: could not convert string to float: ' '
# expect: '.' ValueError: could not convert string to float: '.'
# expect: '-' ValueError: could not convert string to float: '-'
# expect: 'e5' ValueError: could not convert string to float: 'e5'
# expect: '1e' ValueError: could not convert string to float: '1e'
# expect: '1e+' ValueError: could not convert string to float: '1e+'
# expect: '1.5.2' ValueError: could not convert string to float: '1.5.2'
# expect: '1 2' ValueError: could not convert string to float: '1 2'
# expect: '0x1p3' ValueError: could not convert string to float: '0x1p3'
# expect: 'infi' ValueError: could not convert string to float: 'infi'
# expect: 'infinit' ValueError: could not convert string to float: 'infinit'
# expect: 'nan1' ValueError: could not convert string to float: 'nan1'
# expect: '1_' ValueError: could not convert string to float: '1_'
# expect: '_1' ValueError: could not convert string to float: '_1'
# expect: '1__0' ValueError: could not convert string to float: '1__0'
# expect: '1_.5' ValueError: could not convert string to float: '1_.5'
# expect: '1._5' ValueError: could not convert string to float: '1._5'
# expect: '1_e5' ValueError: could not convert string to float: '1_e5'
# expect: '--1' ValueError: could not convert string to float: '--1'
# expect: '1\x00' ValueError: could not convert string to float: '1\x00'
# expect: 'abc' ValueError: could not convert string to float: 'abc'
# expect: '1,5' ValueError: could not convert string to float: '1,5'
print(attempt(b'abc'), attempt(None), attempt([]), attempt(1j), attempt(1, 2), attempt('a' * 300), sep='\n')
# expect: ValueError: could not convert string to float: b'abc'
# expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
# expect: TypeError: float() argument must be a string or a real number, not 'list'
# expect: TypeError: float() argument must be a string or a real number, not 'complex'
# expect: TypeError: float expected at most 1 argument, got 2
# expect: ValueError: could not convert string to float: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
print(attempt(10**400))  # expect: OverflowError: int too large to convert to float
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 3
class Wrong:
    def __float__(self): return 3
print(float(F()), float(I()), attempt(Wrong()), float(True), float(10**22))  # expect: 2.5 3.0 TypeError: Wrong.__float__ returned non-float (type int) 1.0 1e+22
