# Attributes, rounding, ratios, conversions.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

print((5).real, (5).imag, (5).numerator, (5).denominator, (-5).conjugate(), (5).as_integer_ratio(), (10**20).as_integer_ratio(), (5).is_integer())  # expect: 5 0 5 1 -5 (5, 1) (100000000000000000000, 1) True
print(True.real, type(True.real), type(True.conjugate()), True.as_integer_ratio(), True.numerator)  # expect: 1 <class 'int'> <class 'int'> (1, 1) 1
print((5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__index__(), (5).__int__(), (5).__float__(), (5).__bool__(), (0).__bool__())  # expect: 5 5 5 5 5 5.0 True False
print(round(15, -1), round(25, -1), round(35, -1), round(-15, -1), round(-25, -1), round(1234, -2), round(1250, -2), round(1251, -2), round(5, 3), round(5))  # expect: 20 20 40 -20 -20 1200 1200 1300 5 5
print(round(10**30 + 5 * 10**9, -10), round(10**30, -31), round(6 * 10**30, -31), round(5 * 10**30, -31), round(123, -50), round(2**64, -1), round(5, 10**30))  # expect: 1000000000000000000000000000000 0 10000000000000000000000000000000 0 0 18446744073709551620 5
print(attempt(lambda: round(5, 1.5)), attempt(lambda: (5).__round__(None)), attempt(lambda: (5).real.x))  # expect: TypeError: 'float' object cannot be interpreted as an integer TypeError: 'NoneType' object cannot be interpreted as an integer AttributeError: 'int' object has no attribute 'x'
print((5).__getnewargs__(), (5).__format__('x'), (5).__sizeof__(), (2**70).__sizeof__(), (0).__sizeof__())  # expect: (5,) 5 28 36 28
print(float(2**53 + 1), float(10**22), float(10**308), attempt(lambda: float(10**309)), attempt(lambda: 10**400 * 1.0), attempt(lambda: 1.5 < 10**400))  # expect: 9007199254740992.0 1e+22 1e+308 OverflowError: int too large to convert to float OverflowError: int too large to convert to float True
print(int(1e20), int(-1e20), int(1e300) % 10**10, int(2.9), int(-2.9), int(0.5), int(2.0**61), int(-2.0**61), int(2.0**64), int(1.8446744073709552e19))  # expect: 100000000000000000000 -100000000000000000000 9400540160 2 -2 0 2305843009213693952 -2305843009213693952 18446744073709551616 18446744073709551616
print(attempt(lambda: int(float('inf'))), attempt(lambda: int(float('nan'))))  # expect: OverflowError: cannot convert float infinity to integer ValueError: cannot convert float NaN to integer

class Trunc:
    def __int__(self): return 7
class Index:
    def __index__(self): return 8
class Wrong:
    def __int__(self): return 'x'
class WrongIndex:
    def __index__(self): return 1.5
print(int(Trunc()), int(Index()), attempt(lambda: int(Wrong())), attempt(lambda: int(WrongIndex())), int('11', Index()))  # expect: 7 8 TypeError: __int__ returned non-int (type str) TypeError: __index__ returned non-int (type float) 9
print(attempt(lambda: int.__add__(1)), attempt(lambda: int.__add__('a', 1)), attempt(lambda: (5).bit_length(1)), (1).__add__(2.0), (1).__radd__(2))  # expect: TypeError: expected 1 argument, got 0 TypeError: descriptor '__add__' requires a 'int' object but received a 'str' TypeError: int.bit_length() takes no arguments (1 given) NotImplemented 3
