# Floor division, remainder and true division: signs, sizes, exactness, errors.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

for a in (7, -7, 8, -8, 0):
    print([(a // b, a % b, divmod(a, b)) for b in (3, -3, 8, -8, 1, -1)])
# expect: [(2, 1, (2, 1)), (-3, -2, (-3, -2)), (0, 7, (0, 7)), (-1, -1, (-1, -1)), (7, 0, (7, 0)), (-7, 0, (-7, 0))]
# expect: [(-3, 2, (-3, 2)), (2, -1, (2, -1)), (-1, 1, (-1, 1)), (0, -7, (0, -7)), (-7, 0, (-7, 0)), (7, 0, (7, 0))]
# expect: [(2, 2, (2, 2)), (-3, -1, (-3, -1)), (1, 0, (1, 0)), (-1, 0, (-1, 0)), (8, 0, (8, 0)), (-8, 0, (-8, 0))]
# expect: [(-3, 1, (-3, 1)), (2, -2, (2, -2)), (-1, 0, (-1, 0)), (1, 0, (1, 0)), (-8, 0, (-8, 0)), (8, 0, (8, 0))]
# expect: [(0, 0, (0, 0)), (0, 0, (0, 0)), (0, 0, (0, 0)), (0, 0, (0, 0)), (0, 0, (0, 0)), (0, 0, (0, 0))]

numbers = [1, 2, 7, 10**9, 2**31, 2**61, 2**63, 2**64 - 1, 2**64, 10**25, 10**40 + 7, 2**200 - 1, 3**400]
for a in numbers:
    for b in numbers:
        for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
            q, r = divmod(x, y)
            assert q == x // y and r == x % y and q * y + r == x
            assert abs(r) < abs(y) and (r == 0 or (r < 0) == (y < 0))

print(-2**63 // -1, -2**61 // -1, -2**62 // -1, -2**63 % -1, divmod(-2**64, 2**64))  # expect: 9223372036854775808 2305843009213693952 4611686018427387904 0 (-1, 0)
print(10**40 // 10**20, -10**40 // 3, 10**40 % 7, -10**40 % 7, 10**40 % -7)  # expect: 100000000000000000000 -3333333333333333333333333333333333333334 4 3 -3

# True division is rounded once, whatever the sizes.
print(1 / 3, 2 / 3, -7 / 2, 10 / 5, 0 / 5, 0 / -5)  # expect: 0.3333333333333333 0.6666666666666666 -3.5 2.0 0.0 -0.0
print(10**40 / 10**20, 10**400 / 10**399, (2**1024 - 1) / 2**1024, 2**1100 / 2**80)  # expect: 1e+20 10.0 1.0 1.1235582092889474e+307
print((2**53 + 1) / 1, (2**53 + 3) / 1, (2**54 + 2) / 2, 9007199254740993 / 1.0, (10**22 + 1) / 10**22)  # expect: 9007199254740992.0 9007199254740996.0 9007199254740992.0 9007199254740992.0 1.0
print(1 / 10**320, 3 / 2**1075, 1 / 2**1074, 1 / 2**1075, 5 / 2**1076, 1 / 2**1080, -1 / 10**400)  # expect: 1e-320 1e-323 5e-324 0.0 5e-324 0.0 -0.0
print(123456789123456789123456789 / 987654321, 1 / (2**64 + 1), (2**64 + 1) / 3)  # expect: 1.249999989859375e+17 5.421010862427522e-20 6.148914691236517e+18
print(attempt(lambda: 10**400 / 1), attempt(lambda: 10**310 / 7), 10**310 / 70**3)  # expect: OverflowError: integer division result too large for a float OverflowError: integer division result too large for a float 2.9154518950437317e+304

print(attempt(lambda: 1 // 0))  # expect: ZeroDivisionError: integer division or modulo by zero
print(attempt(lambda: 1 % 0))  # expect: ZeroDivisionError: integer modulo by zero
print(attempt(lambda: 1 / 0))  # expect: ZeroDivisionError: division by zero
print(attempt(lambda: divmod(1, 0)))  # expect: ZeroDivisionError: integer division or modulo by zero
print(attempt(lambda: 10**30 // 0))  # expect: ZeroDivisionError: integer division or modulo by zero
print(attempt(lambda: 10**30 % 0))  # expect: ZeroDivisionError: integer modulo by zero
print(attempt(lambda: 10**30 / 0))  # expect: ZeroDivisionError: division by zero
print(attempt(lambda: 5 // '2'), attempt(lambda: 5 % None), attempt(lambda: divmod(5, [])))  # expect: TypeError: unsupported operand type(s) for //: 'int' and 'str' TypeError: unsupported operand type(s) for %: 'int' and 'NoneType' TypeError: unsupported operand type(s) for divmod(): 'int' and 'list'
