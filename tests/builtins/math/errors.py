# Domain and range errors, and wrong arguments.
from math import *
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

for f in (lambda: acos(2), lambda: asin(-1.1), lambda: sqrt(-1), lambda: log(0), lambda: log(-1), lambda: log(0.0), lambda: log(2, 1), lambda: log(2, 0), lambda: log(-10**400), lambda: log2(0), lambda: log10(-1.5), lambda: log1p(-1), lambda: exp(1000), lambda: exp2(2000), lambda: expm1(1000), lambda: pow(0, -1), lambda: pow(-1, 0.5), lambda: pow(10, 400),
          lambda: gamma(0), lambda: gamma(-1), lambda: gamma(200), lambda: gamma(-inf), lambda: lgamma(0), lambda: lgamma(-2), lambda: lgamma(1e308), lambda: atanh(1), lambda: acosh(0), lambda: sin(inf), lambda: cos(-inf), lambda: tan(inf), lambda: sinh(1000), lambda: cosh(1000), lambda: fmod(1, 0), lambda: fmod(inf, 1), lambda: remainder(1, 0), lambda: remainder(inf, 1),
          lambda: ldexp(1, 10000), lambda: ldexp(1, 10**30), lambda: ldexp(1, 1.0), lambda: ldexp('a', 1), lambda: fma(0, inf, 1), lambda: fma(1e308, 10, 0), lambda: floor(inf), lambda: ceil(nan), lambda: trunc(inf), lambda: trunc('a'), lambda: floor('a'), lambda: ceil(None), lambda: sqrt('a'), lambda: sqrt(10**400), lambda: sin(1j), lambda: isclose(1, 2, rel_tol=-1),
          lambda: dist([1], [2, 3]), lambda: dist(1, 2), lambda: dist('ab', 'cd'), lambda: hypot('a'), lambda: nextafter(0, 1, steps=-1), lambda: nextafter(0, 1, steps=1.5), lambda: isfinite(10**400), lambda: log('a'), lambda: log(2, 'a'), lambda: copysign(1, 'a'),
          lambda: fsum([1e308, 1e308]), lambda: fsum([inf, -inf]), lambda: fsum(['a']), lambda: fsum(5), lambda: sumprod([1, 2], [3]), lambda: sumprod(1, 2), lambda: sumprod(['a'], ['b']), lambda: sumprod(['a'], [2]), lambda: prod(5), lambda: prod(['a', 'b']),
          lambda: factorial(-1), lambda: factorial(1.0), lambda: factorial(10**30), lambda: factorial(-10**30), lambda: factorial('a'), lambda: comb(5, -1), lambda: comb(-5, 1), lambda: comb(5, 2.0), lambda: comb(10**30, 10**20), lambda: perm(-1), lambda: perm(5, -1), lambda: perm(10**30, 10**20), lambda: perm(5, 1.5), lambda: gcd(4, 6.0), lambda: lcm('a'), lambda: isqrt(-1), lambda: isqrt(2.0),
          lambda: sqrt(), lambda: sqrt(1, 2), lambda: sqrt(x=1), lambda: atan2(1), lambda: log(), lambda: log(1, 2, 3), lambda: fma(1, 2), lambda: isclose(1), lambda: isclose(1, 2, 3), lambda: comb(5)):
    print(attempt(f))
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ZeroDivisionError: float division by zero
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: ValueError: math domain error
# expect: OverflowError: math range error
# expect: OverflowError: math range error
# expect: TypeError: Expected an int as second argument to ldexp.
# expect: TypeError: must be real number, not str
# expect: ValueError: invalid operation in fma
# expect: OverflowError: overflow in fma
# expect: OverflowError: cannot convert float infinity to integer
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: TypeError: type str doesn't define __trunc__ method
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not NoneType
# expect: TypeError: must be real number, not str
# expect: OverflowError: int too large to convert to float
# expect: TypeError: must be real number, not complex
# expect: ValueError: tolerances must be non-negative
# expect: ValueError: both points must have the same number of dimensions
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not str
# expect: ValueError: steps must be a non-negative integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: OverflowError: int too large to convert to float
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not str
# expect: TypeError: must be real number, not str
# expect: OverflowError: intermediate overflow in fsum
# expect: ValueError: -inf + inf in fsum
# expect: TypeError: must be real number, not str
# expect: TypeError: 'int' object is not iterable
# expect: ValueError: Inputs are not the same length
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: ValueError: factorial() not defined for negative values
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: OverflowError: factorial() argument should not exceed 9223372036854775807
# expect: ValueError: factorial() not defined for negative values
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: k must be a non-negative integer
# expect: ValueError: n must be a non-negative integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: OverflowError: min(n - k, k) must not exceed 9223372036854775807
# expect: ValueError: factorial() not defined for negative values
# expect: ValueError: k must be a non-negative integer
# expect: OverflowError: k must not exceed 9223372036854775807
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: isqrt() argument must be nonnegative
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: math.sqrt() takes exactly one argument (0 given)
# expect: TypeError: math.sqrt() takes exactly one argument (2 given)
# expect: TypeError: math.sqrt() takes no keyword arguments
# expect: TypeError: atan2 expected 2 arguments, got 1
# expect: TypeError: log expected at least 1 argument, got 0
# expect: TypeError: log expected at most 2 arguments, got 3
# expect: TypeError: fma expected 3 arguments, got 2
# expect: TypeError: isclose() missing required argument 'b' (pos 2)
# expect: TypeError: isclose() takes exactly 2 positional arguments (3 given)
# expect: TypeError: comb expected 2 arguments, got 1
