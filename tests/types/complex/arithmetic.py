# Operators of complex numbers.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

a, b = 1 + 2j, 3 - 4j
print(a + b, a - b, a * b, a / b, b / a, a**2, a**-1, a**b, a**0.5, 2**a, (-1)**0.5, a**0, 0j**0, 0j**2, a**100, a**-3)  # expect: (4-2j) (-2+6j) (11+2j) (-0.2+0.4j) (-1-2j) (-3+4j) (0.2-0.4j) (932.1391946432212+95.9465336603415j) (1.272019649514069+0.7861513777574233j) (0.36691394948660344+1.9660554808224875j) (6.123233995736766e-17+1j) (1+0j) (1+0j) 0j (-6.443164690985892e+34-6.113241307762508e+34j) (-0.08800000000000001+0.016j)
print(a + 1, 1 - a, a * 2.5, 3 / a, a / 2, True + a, 10**20 + a, -a, +a, abs(b), abs(0j), a.conjugate(), a.real, a.imag, (-0j).real)  # expect: (2+2j) -2j (2.5+5j) (0.6-1.2j) (0.5+1j) (2+2j) (1e+20+2j) (-1-2j) (1+2j) 5.0 0.0 (1-2j) 1.0 2.0 -0.0
print(a == 1 + 2j, a != b, 3 + 0j == 3, 3.0 == 3 + 0j, 3 + 1j == 3, 1j == 'a', 10**20 + 0j == 10**20, bool(0j), bool(1j), complex(2**53 + 1) == 2**53 + 1)  # expect: True True True True False False True False True False
print(hash(1j), hash(3 + 0j) == hash(3), hash(1.5 + 2j), {3: 'x'}[3 + 0j], hash(-1 - 1j), hash(complex(0, -1)))  # expect: 1000003 True 1152921504608846983 x -2000008 -2000006
for f in (lambda: a < b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: 1j / 0, lambda: 0j**-1, lambda: 0j**1j, lambda: (1 - 1j)**float('inf'), lambda: (1e-5 + 0.1j)**(3.7641297445605737 - 8.989507709221726j), lambda: pow(1j, 2, 3), lambda: int(1j), lambda: float(1j), lambda: 1j + 'a', lambda: ~1j, lambda: abs(complex(1e308, 1e308)), lambda: (1e200 + 1j)**2, lambda: 1j + 10**400, lambda: round(1j)):
    print(attempt(f))
# expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
# expect: TypeError: unsupported operand type(s) for //: 'complex' and 'complex'
# expect: TypeError: unsupported operand type(s) for %: 'complex' and 'complex'
# expect: TypeError: unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: ZeroDivisionError: complex division by zero
# expect: ZeroDivisionError: 0.0 to a negative or complex power
# expect: ZeroDivisionError: 0.0 to a negative or complex power
# expect: ZeroDivisionError: 0.0 to a negative or complex power
# expect: (21.467688845565878+232.36468763473843j)
# expect: ValueError: complex modulo
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError: float() argument must be a string or a real number, not 'complex'
# expect: TypeError: unsupported operand type(s) for +: 'complex' and 'str'
# expect: TypeError: bad operand type for unary ~: 'complex'
# expect: 1.4142135623730951e+308
# expect: OverflowError: complex exponentiation
# expect: OverflowError: int too large to convert to float
# expect: TypeError: type complex doesn't define __round__ method
inf, nan = float('inf'), float('nan')
print(complex(inf, nan), abs(complex(inf, nan)), abs(complex(nan, 1)), complex(nan, 0) == complex(nan, 0), complex(1, inf) * 2, complex(inf, 0) / 2)  # expect: (inf+nanj) inf nan False (nan+infj) (inf+nanj)
z = 1
z += 1j; z *= 2; z -= 0.5; z /= 1j; z **= 2
print(z)  # expect: (1.75-6j)
