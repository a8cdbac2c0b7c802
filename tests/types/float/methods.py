# Rounding, ratios, hexadecimal, attributes.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

inf, nan = float('inf'), float('nan')
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 2.5001, 1e20, 4503599627370497.5)], type(round(2.5)), round(2.5, None))  # expect: [0, 2, 2, 0, -2, 2, 3, 100000000000000000000, 4503599627370498] <class 'int'> 2
print([round(2.675, 2), round(1.005, 2), round(0.125, 2), round(2.5, 0), round(-2.5, 0), round(1234.5678, 2), round(1234.5678, -2), round(1250.0, -2), round(1350.0, -2), round(15.0, -1), round(25.0, -1), round(5.0, -1), round(6.0, -1), round(4.0, -1), round(-5.0, -1)])  # expect: [2.67, 1.0, 0.12, 2.0, -2.0, 1234.57, 1200.0, 1200.0, 1400.0, 20.0, 20.0, 0.0, 10.0, 0.0, -0.0]
print(round(1e300, 5), round(1e300, -299), round(1.5, 400), round(1.5, -400), round(123.456, 10**30), round(5e-324, 320), round(0.1 + 0.2, 17), round(inf, 2), round(-0.0, 1), round(9.95, 1), round(99.5, -2), round(50.0, -2), round(50.1, -2), round(150.0, -2))  # expect: 1e+300 1e+300 1.5 0.0 123.456 0.0 0.30000000000000004 inf -0.0 9.9 100.0 0.0 100.0 200.0
print(attempt(lambda: round(inf)), attempt(lambda: round(nan)), attempt(lambda: round(1.5, 2.0)), attempt(lambda: round(1.7976931348623157e308, -308)), attempt(lambda: round(1.5, 'a')))  # expect: OverflowError: cannot convert float infinity to integer ValueError: cannot convert float NaN to integer TypeError: 'float' object cannot be interpreted as an integer OverflowError: rounded value too large to represent TypeError: 'str' object cannot be interpreted as an integer
print((1.5).__trunc__(), (-1.5).__trunc__(), (1.5).__floor__(), (-1.5).__floor__(), (1.5).__ceil__(), (-1.5).__ceil__(), (1e20).__floor__(), attempt(lambda: inf.__floor__()), attempt(lambda: nan.__ceil__()))  # expect: 1 -1 1 -2 2 -1 100000000000000000000 OverflowError: cannot convert float infinity to integer ValueError: cannot convert float NaN to integer
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio(), (1e300).as_integer_ratio()[1], (5e-324).as_integer_ratio()[0], (0.0).as_integer_ratio(), attempt(lambda: inf.as_integer_ratio()), attempt(lambda: nan.as_integer_ratio()))  # expect: (1, 2) (3602879701896397, 36028797018963968) (-2, 1) 1 1 (0, 1) OverflowError: cannot convert Infinity to integer ratio ValueError: cannot convert NaN to integer ratio
print((1.0).is_integer(), (1.5).is_integer(), inf.is_integer(), nan.is_integer(), (1e300).is_integer())  # expect: True False False False True
print((1.5).real, (1.5).imag, (1.5).conjugate(), (1.5).__getnewargs__(), float.__getformat__('double'), attempt(lambda: float.__getformat__('x')), (2.5).__int__(), (2.5).__float__())  # expect: 1.5 0.0 1.5 (1.5,) IEEE, little-endian ValueError: __getformat__() argument 1 must be 'double' or 'float' 2 2.5
for x in (0.0, -0.0, 1.0, 1.5, -0.1, 1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, inf, -inf, nan):
    print(x.hex())
    assert x != x or float.fromhex(x.hex()) == x
# expect: 0x0.0p+0
# expect: -0x0.0p+0
# expect: 0x1.0000000000000p+0
# expect: 0x1.8000000000000p+0
# expect: -0x1.999999999999ap-4
# expect: 0x1.7e43c8800759cp+996
# expect: 0x0.0000000000001p-1022
# expect: 0x1.0000000000000p-1022
# expect: 0x1.fffffffffffffp+1023
# expect: inf
# expect: -inf
# expect: nan
print([float.fromhex(text) for text in ('0x1.8p1', '1.8p1', '-0X1P-2', ' 0x.8 ', '0x1.', 'ff', '0x1p-1074', '0x1p-1075', '0x1.8p-1075', '0x0.8p-1074', 'inf', '-Infinity', 'nan', '0x1.fffffffffffff8p0', '0x1.fffffffffffff7p0', '0x1.00000000000008p0', '0x1.000000000000080001p0', '0x' + '1' * 40, '0x0p99999999999999999999', '0x1p-99999999999999999999')])  # expect: [3.0, 3.0, -0.25, 0.5, 1.0, 255.0, 5e-324, 0.0, 5e-324, 0.0, inf, -inf, nan, 2.0, 1.9999999999999998, 1.0, 1.0000000000000002, 9.743344248872686e+46, 0.0, 0.0]
for text in ('', '0x', 'p3', '0x1p', '0x1.2.3', 'zz', '1 2', '0x1p1025', '0x1.fffffffffffff8p1023', '-0x1p99999999999999999'):
    print(text, attempt(lambda: float.fromhex(text)))
# expect:  ValueError: invalid hexadecimal floating-point string
# expect: 0x ValueError: invalid hexadecimal floating-point string
# expect: p3 ValueError: invalid hexadecimal floating-point string
# expect: 0x1p ValueError: invalid hexadecimal floating-point string
# expect: 0x1.2.3 ValueError: invalid hexadecimal floating-point string
# expect: zz ValueError: invalid hexadecimal floating-point string
# expect: 1 2 ValueError: invalid hexadecimal floating-point string
# expect: 0x1p1025 OverflowError: hexadecimal value too large to represent as a float
# expect: 0x1.fffffffffffff8p1023 OverflowError: hexadecimal value too large to represent as a float
# expect: -0x1p99999999999999999 OverflowError: hexadecimal value too large to represent as a float
print(attempt(lambda: float.fromhex(5)))  # expect: TypeError: bad argument type for built-in operation

class Celsius(float):
    def warmer(self): return type(self)(self + 1)
t = Celsius('21.5')
t.place = 'here'
print(t, type(t), t.warmer(), type(t.warmer()), t + 1, type(t + 1), t == 21.5, hash(t) == hash(21.5), t.place, repr(t), f'{t:.0f}', type(t.real), type(float(t)), type(round(t, 1)), float.fromhex('1'), type(Celsius.fromhex('1')), -t, int(t))  # expect: 21.5 <class '__main__.Celsius'> 22.5 <class '__main__.Celsius'> 22.5 <class 'float'> True True here 21.5 22 <class 'float'> <class 'float'> <class 'float'> 1.0 <class '__main__.Celsius'> -21.5 21
print(Celsius(), Celsius(1e200), Celsius('nan') != Celsius('nan'), isinstance(t, float), [t], sorted([Celsius(2), 1.5]))  # expect: 0.0 1e+200 True True [21.5] [1.5, 2.0]
