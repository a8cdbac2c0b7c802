# The text of an int is limited, as in CPython; arithmetic is not.
import sys
print(sys.get_int_max_str_digits())  # expect: 4300
n = 10 ** 5000
for action in (lambda: str(n), lambda: int('1' * 5000), lambda: f'{n}', lambda: '%d' % n, lambda: repr([n]), lambda: int('1' * 4300) > 0, lambda: len(hex(n))):
    try:
        result = action()
        print('done')
    except ValueError as error:
        print(error)
# expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
# expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
# expect: done
# expect: done
sys.set_int_max_str_digits(0)
print(len(str(n)), int('9' * 6000) % 1000)  # expect: 5001 999
sys.set_int_max_str_digits(4300)
x = 3 ** 10000
print(x % 10 ** 9, (x * x) % 10 ** 9, x // 3 ** 9990, (x >> 15000) % 1000, pow(7, x, 10 ** 9 + 7), x.bit_length())  # expect: 552200001 104400001 59049 492 787226204 15850
