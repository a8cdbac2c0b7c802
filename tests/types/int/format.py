# The format mini-language of ints.
def attempt(value, spec):
    try:
        return format(value, spec)
    except Exception as error:
        return f'{type(error).__name__}: {error}'

for value in (0, 5, -5, 255, -1234567, 10**20):
    print(*(format(value, spec) for spec in ('', 'd', 'n', 'b', 'o', 'x', 'X', '#b', '#o', '#x', '#X', '+d', ' d', ',', '_', '_x', '_b', '08', '-8', '+08,', '010_x')), sep='|')
# expect: 0|0|0|0|0|0|0|0b0|0o0|0x0|0X0|+0| 0|0|0|0|0|00000000|       0|+000,000|0_0000_0000
# expect: 5|5|5|101|5|5|5|0b101|0o5|0x5|0X5|+5| 5|5|5|5|101|00000005|       5|+000,005|0_0000_0005
# expect: -5|-5|-5|-101|-5|-5|-5|-0b101|-0o5|-0x5|-0X5|-5|-5|-5|-5|-5|-101|-0000005|      -5|-000,005|-0000_0005
# expect: 255|255|255|11111111|377|ff|FF|0b11111111|0o377|0xff|0XFF|+255| 255|255|255|ff|1111_1111|00000255|     255|+000,255|0_0000_00ff
# expect: -1234567|-1234567|-1234567|-100101101011010000111|-4553207|-12d687|-12D687|-0b100101101011010000111|-0o4553207|-0x12d687|-0X12D687|-1234567|-1234567|-1,234,567|-1_234_567|-12_d687|-1_0010_1101_0110_1000_0111|-1234567|-1234567|-1,234,567|-0012_d687
# expect: 100000000000000000000|100000000000000000000|100000000000000000000|1010110101111000111010111100010110101100011000100000000000000000000|12657072742654304000000|56bc75e2d63100000|56BC75E2D63100000|0b1010110101111000111010111100010110101100011000100000000000000000000|0o12657072742654304000000|0x56bc75e2d63100000|0X56BC75E2D63100000|+100000000000000000000| 100000000000000000000|100,000,000,000,000,000,000|100_000_000_000_000_000_000|5_6bc7_5e2d_6310_0000|101_0110_1011_1100_0111_0101_1110_0010_1101_0110_0011_0001_0000_0000_0000_0000_0000|100000000000000000000|100000000000000000000|+100,000,000,000,000,000,000|5_6bc7_5e2d_6310_0000
for spec in ('10', '<10', '>10', '^10', '=10', '*^10', '*=+10', '010', '0=10', '<010', '#010x', '#_x', '+,', '^+12,d', 'x^7', '\u20ac>5'):
    print(spec, '|' + format(1234, spec) + '|', '|' + format(-1234, spec) + '|')
# expect: 10 |      1234| |     -1234|
# expect: <10 |1234      | |-1234     |
# expect: >10 |      1234| |     -1234|
# expect: ^10 |   1234   | |  -1234   |
# expect: =10 |      1234| |-     1234|
# expect: *^10 |***1234***| |**-1234***|
# expect: *=+10 |+*****1234| |-*****1234|
# expect: 010 |0000001234| |-000001234|
# expect: 0=10 |0000001234| |-000001234|
# expect: <010 |1234000000| |-123400000|
# expect: #010x |0x000004d2| |-0x00004d2|
# expect: #_x |0x4d2| |-0x4d2|
# expect: +, |+1,234| |-1,234|
# expect: ^+12,d |   +1,234   | |   -1,234   |
# expect: x^7 |x1234xx| |x-1234x|
# expect: €>5 |€1234| |-1234|
print(format(65, 'c'), '|' + format(65, '5c') + '|', '|' + format(0x1F600, '<3c') + '|', format(8364, 'c'))  # expect: A |    A| |😀  | €
print(format(5, 'e'), format(5, '.2f'), format(5, '%'), format(1234567, 'g'), format(10**25, '.3e'), format(2, '08.3f'), format(7, ',.1f'), format(12, '.0%'))  # expect: 5.000000e+00 5.00 500.000000% 1.23457e+06 1.000e+25 0002.000 7.0 1200%
print(format(True, ''), format(True, 'd'), '|' + format(True, '5') + '|', format(False, 'b'), format(True, '.1f'))  # expect: True 1 |    1| 0 1.0
for value, spec in ((5, '.2'), (5, '.2d'), (5, 'zd'), (5, '+c'), (5, '#c'), (-1, 'c'), (0x110000, 'c'), (10**30, 'c'), (-10**30, '5c'), (65, ',c'), (5, 'q'), (5, 's'), (5, ',n'), (5, ',b'), (5, '_n'), (5, ',_'), (5, '10.'), (5, 'xx'), (10**400, 'f')):
    print(spec, attempt(value, spec))
# expect: .2 ValueError: Precision not allowed in integer format specifier
# expect: .2d ValueError: Precision not allowed in integer format specifier
# expect: zd ValueError: Negative zero coercion (z) not allowed in integer format specifier
# expect: +c ValueError: Sign not allowed with integer format specifier 'c'
# expect: #c ValueError: Alternate form (#) not allowed with integer format specifier 'c'
# expect: c OverflowError: %c arg not in range(0x110000)
# expect: c OverflowError: %c arg not in range(0x110000)
# expect: c OverflowError: Python int too large to convert to C long
# expect: 5c OverflowError: Python int too large to convert to C long
# expect: ,c ValueError: Cannot specify ',' with 'c'.
# expect: q ValueError: Unknown format code 'q' for object of type 'int'
# expect: s ValueError: Unknown format code 's' for object of type 'int'
# expect: ,n ValueError: Cannot specify ',' with 'n'.
# expect: ,b ValueError: Cannot specify ',' with 'b'.
# expect: _n ValueError: Cannot specify '_' with 'n'.
# expect: ,_ ValueError: Cannot specify both ',' and '_'.
# expect: 10. ValueError: Format specifier missing precision
# expect: xx ValueError: Invalid format specifier 'xx' for object of type 'int'
# expect: f OverflowError: int too large to convert to float
try:
    (5).__format__(5)
except TypeError as error:
    print(error)  # expect: __format__() argument must be str, not int
