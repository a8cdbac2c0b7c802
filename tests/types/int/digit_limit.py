# Converting huge ints from and to decimal text is limited (sys.set_int_max_str_digits): the work grows faster than the text.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

print(len(str(10**4299)), attempt(lambda: str(10**4300)))  # expect: 4300 ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
print(attempt(lambda: repr(-10**5000)))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
print(attempt(lambda: f'{10**5000}'))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
print(attempt(lambda: '%d' % 10**5000))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
print(attempt(lambda: int('1' * 4301)))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
print(attempt(lambda: int('1_1' * 3000, 7)))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 6000 digits; use sys.set_int_max_str_digits() to increase the limit
print(attempt(lambda: int('9' * 100000)))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 100000 digits; use sys.set_int_max_str_digits() to increase the limit
print(int('f' * 10000, 16).bit_length(), len(hex(10**5000)), len(bin(1 << 20000)), len(f'{10**5000:x}'))  # expect: 40000 4155 20003 4153
