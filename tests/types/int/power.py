# Powers, modular powers and inverses.
def attempt(*args):
    try:
        return pow(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'

print([b**e for b in (-3, -1, 0, 1, 2, 10) for e in (0, 1, 2, 5)])  # expect: [1, -3, 9, -243, 1, -1, 1, -1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 2, 4, 32, 1, 10, 100, 100000]
print(2**61, 2**62, 2**63, 2**64, (-2)**63, (-2)**64, 3**40, 3**41, 7**30)  # expect: 2305843009213693952 4611686018427387904 9223372036854775808 18446744073709551616 -9223372036854775808 18446744073709551616 12157665459056928801 36472996377170786403 22539340290692258087863249
print(10**30, (-10)**21, (2**40)**3, (10**10)**3, 12345678901234567890**2)  # expect: 1000000000000000000000000000000 -1000000000000000000000 1329227995784915872903807060280344576 1000000000000000000000000000000 152415787532388367501905199875019052100
print(len(str(3**2000)), 3**2000 % 10**30, 2**1000 % 10**20)  # expect: 955 882112449991673819054110440001 24386837205668069376
print(2**-1, (-2)**-1, 4**-2, 10**-5, 2**-2000, (-3)**-3, 1**-1, (-1)**-5)  # expect: 0.5 -0.5 0.0625 1e-05 0.0 -0.037037037037037035 1.0 -1.0
print(attempt(0, -1), attempt(10**400, -1))  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power OverflowError: int too large to convert to float

print(pow(2, 10, 1000), pow(3, 5, -7), pow(-3, 5, 7), pow(0, 0, 1), pow(5, 0, 7), pow(0, 5, 7), pow(2, 0, -3))  # expect: 24 -2 2 0 1 0 -2
print(pow(3, 10**30, 10**9 + 7), pow(2, 2**70 - 1, 2**64 - 59), pow(7, 2**200, 10**40 + 9))  # expect: 965115194 8333964161845475626 9661889173629976426954514418328883491323
print(pow(10**50 + 3, 10**20 + 39, 10**45 + 9), pow(-5, 3**100, 2**130 - 5), pow(5, 2**90, -(2**100)))  # expect: 705885093895559552822750812524774263588679515 876017532274686400471818007937658428196 -480320735242727546660860198911
p = 2**127 - 1
for a in (2, 3, 10**30, -7):
    assert pow(a, p - 1, p) == 1 and a * pow(a, -1, p) % p == 1
print(pow(3, -1, 11), pow(3, -2, 7), pow(2, -1, 9), pow(-2, -1, 9), pow(7, -1, 10**30 + 57), pow(3, -1, -11), pow(5, -3, 1))  # expect: 4 4 5 4 428571428571428571428571428596 -7 0
print(attempt(2, -1, 4))  # expect: ValueError: base is not invertible for the given modulus
print(attempt(0, -1, 5))  # expect: ValueError: base is not invertible for the given modulus
print(attempt(2, 3, 0))  # expect: ValueError: pow() 3rd argument cannot be 0
print(attempt(2, -1, 0))  # expect: ValueError: pow() 3rd argument cannot be 0
print(attempt(2, 3, 4.0))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
print(attempt(2.0, 3, 4))  # expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
print(attempt(2, 'a'))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
print(attempt(2, 3, 'a'))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'
print(pow(base=2, exp=5), pow(2, exp=5, mod=7), (2).__pow__(5, 7), (2).__pow__('a'))  # expect: 32 4 4 NotImplemented
