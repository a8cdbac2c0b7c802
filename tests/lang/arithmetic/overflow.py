def attempt(function):
    try:
        print(function())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: float(10 ** 400))
# expect: OverflowError int too large to convert to float
attempt(lambda: 10 ** 400 * 1.0)
# expect: OverflowError int too large to convert to float
attempt(lambda: 10 ** 400 / 3)
# expect: OverflowError integer division result too large for a float
attempt(lambda: int(float('inf')))
# expect: OverflowError cannot convert float infinity to integer
attempt(lambda: int(float('nan')))
# expect: ValueError cannot convert float NaN to integer
attempt(lambda: 2.0 ** 5000)
# expect: OverflowError (34, 'Numerical result out of range')
attempt(lambda: 1 << -1)
# expect: ValueError negative shift count
attempt(lambda: 1 >> -1)
# expect: ValueError negative shift count
attempt(lambda: round(float('inf')))
# expect: OverflowError cannot convert float infinity to integer
attempt(lambda: [1] * 2 ** 70)
# expect: OverflowError cannot fit 'int' into an index-sized integer
attempt(lambda: 'a' * -5)
# expect:
attempt(lambda: range(2 ** 70)[2 ** 69])
# expect: 590295810358705651712
attempt(lambda: len(range(2 ** 70)))
# expect: OverflowError Python int too large to convert to C ssize_t
attempt(lambda: pow(3, -1, 6))
# expect: ValueError base is not invertible for the given modulus
attempt(lambda: pow(3, -1, 7))
# expect: 5
