# Operators with Python's sign rules.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

inf, nan = float('inf'), float('nan')
print(1.5 + 2, 2 - 0.5, 1.5 * -2, 7.0 / 2, 7 / 2.0, 7.5 // 2, -7.5 // 2, 7.5 // -2, 7.5 % 2, -7.5 % 2, 7.5 % -2, -7.5 % -2)  # expect: 3.5 1.5 -3.0 3.5 3.5 3.0 -4.0 -4.0 1.5 0.5 -0.5 -1.5
print(divmod(7.5, 2), divmod(-7.5, 2), divmod(7.5, -2), divmod(-1e-20, 3.0), divmod(1e300, 1e-300), divmod(3, 1.5))  # expect: (3.0, 1.5) (-4.0, 0.5) (-4.0, -0.5) (-1.0, 3.0) (inf, 4.891554850853602e-301) (2.0, 0.0)
print(0.0 % 1, -0.0 % 1, 0.0 % -1, 5 % inf, -5 % inf, 5 % -inf, 5 // inf, -5.0 // inf, inf % 5, inf // 5, nan % 1, -0.0 // 1, 0.0 // -1)  # expect: 0.0 0.0 -0.0 5.0 inf -inf 0.0 -1.0 nan nan nan -0.0 -0.0
print(1e308 * 10, -1e308 * 10, 1e308 + 1e308, inf - inf, inf * 0, 1 / inf, 5e-324 / 2, 0.1 + 0.7, 0.1 * 3, 1e16 + 1, 1 - 0.9)  # expect: inf -inf inf nan nan 0.0 0.0 0.7999999999999999 0.30000000000000004 1e+16 0.09999999999999998
print(2.0**0.5, 2**0.5, 2.0**-1, (-2.0)**3, (-2.0)**-3, (-2.0)**2.0, 0.0**0, 0.0**5, (-0.0)**3, (-0.0)**2, inf**0, nan**0, 1**nan, 1.0**inf, (-1.0)**inf)  # expect: 1.4142135623730951 1.4142135623730951 0.5 -8.0 -0.125 4.0 1.0 0.0 -0.0 0.0 1.0 1.0 1.0 1.0 1.0
print(2.0**inf, 0.5**inf, 2.0**-inf, 0.5**-inf, inf**2, inf**-1, (-inf)**3, (-inf)**2, (-inf)**-3, 2.0**-1080, (-8)**(1 / 3), (-1.0)**0.5)  # expect: inf 0.0 0.0 inf inf 0.0 -inf inf -0.0 0.0 (1.0000000000000002+1.7320508075688772j) (6.123233995736766e-17+1j)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0.0), lambda: 0.0**-1, lambda: (-0.0)**-3, lambda: 10.0**400, lambda: (-1.5)**1e300, lambda: 1e300**2, lambda: pow(2.0, 2, 3), lambda: pow(2, 2.0, 3)):
    print(attempt(f))
# expect: ZeroDivisionError: float division by zero
# expect: ZeroDivisionError: float floor division by zero
# expect: ZeroDivisionError: float modulo by zero
# expect: ZeroDivisionError: float divmod()
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: OverflowError: (34, 'Numerical result out of range')
# expect: OverflowError: (34, 'Numerical result out of range')
# expect: OverflowError: (34, 'Numerical result out of range')
# expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
print(attempt(lambda: 1.5 + 'a'), attempt(lambda: 1.5 & 1), attempt(lambda: ~1.5), attempt(lambda: 1.5 << 1), attempt(lambda: 1.5 + 10**400), attempt(lambda: 10**400 // 0.5), sep='\n')
# expect: TypeError: unsupported operand type(s) for +: 'float' and 'str'
# expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
# expect: TypeError: bad operand type for unary ~: 'float'
# expect: TypeError: unsupported operand type(s) for <<: 'float' and 'int'
# expect: OverflowError: int too large to convert to float
# expect: OverflowError: int too large to convert to float
try:
    10.0**400
except OverflowError as error:
    print(error.args)  # expect: (34, 'Numerical result out of range')
print(-1.5, +1.5, abs(-1.5), abs(-0.0), -(0.0), bool(0.0), bool(-0.0), bool(nan), bool(1e-320), not 0.5)  # expect: -1.5 1.5 1.5 0.0 -0.0 False False True True False
x = 1.5
x += 1; x -= 0.25; x *= 4; x /= 3; x //= 1; x **= 2; x %= 5
print(x)  # expect: 4.0
# Numbers that the fast representation does not hold.
for huge in (1e200, -1e200, 1e-200, -1e-100, 1e100, 1.5e150):
    print(huge + huge, huge * 2, huge / 2, -huge, huge == huge * 1.0, huge < 1.0, hash(huge) == hash(huge * 1), huge // 3.0, [huge], {huge: 1}[huge])
# expect: 2e+200 2e+200 5e+199 -1e+200 True False True 3.3333333333333334e+199 [1e+200] 1
# expect: -2e+200 -2e+200 -5e+199 1e+200 True True True -3.3333333333333334e+199 [-1e+200] 1
# expect: 2e-200 2e-200 5e-201 -1e-200 True True True 0.0 [1e-200] 1
# expect: -2e-100 -2e-100 -5e-101 1e-100 True True True -1.0 [-1e-100] 1
# expect: 2e+100 2e+100 5e+99 -1e+100 True False True 3.333333333333333e+99 [1e+100] 1
# expect: 3e+150 3e+150 7.5e+149 -1.5e+150 True False True 5e+149 [1.5e+150] 1
