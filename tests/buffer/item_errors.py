# What each format takes, and what it says of values that it does not take.
view = memoryview(bytearray(64))


def attempt(code, value):
    items = view.cast(code)
    try:
        items[0] = value
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return items[0]


for code in 'bBhHiIlLqQnN':
    print(code, attempt(code, 127), attempt(code, True), attempt(code, -2 ** 70), attempt(code, 2 ** 70), attempt(code, 1.5), attempt(code, 'x'))
# expect: b 127 1 ValueError: memoryview: invalid value for format 'b' ValueError: memoryview: invalid value for format 'b' TypeError: memoryview: invalid type for format 'b' TypeError: memoryview: invalid type for format 'b'
# expect: B 127 1 ValueError: memoryview: invalid value for format 'B' ValueError: memoryview: invalid value for format 'B' TypeError: memoryview: invalid type for format 'B' TypeError: memoryview: invalid type for format 'B'
# expect: h 127 1 ValueError: memoryview: invalid value for format 'h' ValueError: memoryview: invalid value for format 'h' TypeError: memoryview: invalid type for format 'h' TypeError: memoryview: invalid type for format 'h'
# expect: H 127 1 ValueError: memoryview: invalid value for format 'H' ValueError: memoryview: invalid value for format 'H' TypeError: memoryview: invalid type for format 'H' TypeError: memoryview: invalid type for format 'H'
# expect: i 127 1 ValueError: memoryview: invalid value for format 'i' ValueError: memoryview: invalid value for format 'i' TypeError: memoryview: invalid type for format 'i' TypeError: memoryview: invalid type for format 'i'
# expect: I 127 1 ValueError: memoryview: invalid value for format 'I' ValueError: memoryview: invalid value for format 'I' TypeError: memoryview: invalid type for format 'I' TypeError: memoryview: invalid type for format 'I'
# expect: l 127 1 ValueError: memoryview: invalid value for format 'l' ValueError: memoryview: invalid value for format 'l' TypeError: memoryview: invalid type for format 'l' TypeError: memoryview: invalid type for format 'l'
# expect: L 127 1 ValueError: memoryview: invalid value for format 'L' ValueError: memoryview: invalid value for format 'L' TypeError: memoryview: invalid type for format 'L' TypeError: memoryview: invalid type for format 'L'
# expect: q 127 1 ValueError: memoryview: invalid value for format 'q' ValueError: memoryview: invalid value for format 'q' TypeError: memoryview: invalid type for format 'q' TypeError: memoryview: invalid type for format 'q'
# expect: Q 127 1 ValueError: memoryview: invalid value for format 'Q' ValueError: memoryview: invalid value for format 'Q' TypeError: memoryview: invalid type for format 'Q' TypeError: memoryview: invalid type for format 'Q'
# expect: n 127 1 ValueError: memoryview: invalid value for format 'n' ValueError: memoryview: invalid value for format 'n' TypeError: memoryview: invalid type for format 'n' TypeError: memoryview: invalid type for format 'n'
# expect: N 127 1 ValueError: memoryview: invalid value for format 'N' ValueError: memoryview: invalid value for format 'N' TypeError: memoryview: invalid type for format 'N' TypeError: memoryview: invalid type for format 'N'
for code in 'bhilqn':
    bits = 8 * view.cast(code).itemsize
    print(attempt(code, -2 ** (bits - 1)), attempt(code, 2 ** (bits - 1) - 1), attempt(code, 2 ** (bits - 1)), attempt(code, -2 ** (bits - 1) - 1))
# expect: -128 127 ValueError: memoryview: invalid value for format 'b' ValueError: memoryview: invalid value for format 'b'
# expect: -32768 32767 ValueError: memoryview: invalid value for format 'h' ValueError: memoryview: invalid value for format 'h'
# expect: -2147483648 2147483647 ValueError: memoryview: invalid value for format 'i' ValueError: memoryview: invalid value for format 'i'
# expect: -9223372036854775808 9223372036854775807 ValueError: memoryview: invalid value for format 'l' ValueError: memoryview: invalid value for format 'l'
# expect: -9223372036854775808 9223372036854775807 ValueError: memoryview: invalid value for format 'q' ValueError: memoryview: invalid value for format 'q'
# expect: -9223372036854775808 9223372036854775807 ValueError: memoryview: invalid value for format 'n' ValueError: memoryview: invalid value for format 'n'
for code in 'BHILQN':
    bits = 8 * view.cast(code).itemsize
    print(attempt(code, 2 ** bits - 1), attempt(code, 2 ** bits), attempt(code, -1))
# expect: 255 ValueError: memoryview: invalid value for format 'B' ValueError: memoryview: invalid value for format 'B'
# expect: 65535 ValueError: memoryview: invalid value for format 'H' ValueError: memoryview: invalid value for format 'H'
# expect: 4294967295 ValueError: memoryview: invalid value for format 'I' ValueError: memoryview: invalid value for format 'I'
# expect: 18446744073709551615 ValueError: memoryview: invalid value for format 'L' ValueError: memoryview: invalid value for format 'L'
# expect: 18446744073709551615 ValueError: memoryview: invalid value for format 'Q' ValueError: memoryview: invalid value for format 'Q'
# expect: 18446744073709551615 ValueError: memoryview: invalid value for format 'N' ValueError: memoryview: invalid value for format 'N'
for code in 'efd':
    print(code, attempt(code, 1.5), attempt(code, 3), attempt(code, 70000.0), attempt(code, 1e300), attempt(code, 'x'), attempt(code, 2 ** 2000))
# expect: e 1.5 3.0 ValueError: memoryview: invalid value for format 'e' ValueError: memoryview: invalid value for format 'e' TypeError: memoryview: invalid type for format 'e' ValueError: memoryview: invalid value for format 'e'
# expect: f 1.5 3.0 70000.0 inf TypeError: memoryview: invalid type for format 'f' ValueError: memoryview: invalid value for format 'f'
# expect: d 1.5 3.0 70000.0 1e+300 TypeError: memoryview: invalid type for format 'd' ValueError: memoryview: invalid value for format 'd'
print(attempt('f', float('nan')), attempt('e', float('-inf')), attempt('d', -0.0))  # expect: nan -inf -0.0
print(attempt('?', []), attempt('?', [0]), attempt('?', None))  # expect: False True False
print(attempt('c', b'z'), attempt('c', b'zz'), attempt('c', 122), attempt('c', 'z'))  # expect: b'z' ValueError: memoryview: invalid value for format 'c' TypeError: memoryview: invalid type for format 'c' TypeError: memoryview: invalid type for format 'c'
print(attempt('P', 2 ** 64 - 1), attempt('P', -1), attempt('P', 2 ** 64), attempt('P', 'x'))  # expect: 18446744073709551615 18446744073709551615 ValueError: memoryview: invalid value for format 'P' TypeError: memoryview: invalid type for format 'P'


class Index:
    def __index__(self):
        return 7


class Failing:
    def __init__(self, error):
        self.error = error

    def __index__(self):
        raise self.error

    __float__ = __bool__ = __index__


print(attempt('i', Index()), attempt('d', Index()))  # expect: 7 7.0
print(attempt('i', Failing(TypeError('mine'))), attempt('i', Failing(ValueError('mine'))), attempt('i', Failing(OverflowError('mine'))))  # expect: TypeError: memoryview: invalid type for format 'i' ValueError: memoryview: invalid value for format 'i' ValueError: memoryview: invalid value for format 'i'
print(attempt('d', Failing(TypeError('mine'))), attempt('?', Failing(ValueError('mine'))))  # expect: TypeError: memoryview: invalid type for format 'd' ValueError: mine
try:
    attempt('i', Failing(KeyError('kept')))
except KeyError as error:
    print(repr(error))  # expect: KeyError('kept')
