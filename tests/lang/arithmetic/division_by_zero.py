def attempt(text):
    try:
        eval(text)
    except ZeroDivisionError as error:
        print(text, '|', error)


for text in ('1 / 0', '1 // 0', '1 % 0', '1.0 / 0', '1.0 // 0', '1.0 % 0', '1 / 0.0', '0 ** -1', '0.0 ** -1', 'divmod(1, 0)', 'divmod(1.0, 0.0)',
             '1j / 0', '10 ** 30 // 0', '10 ** 30 % 0', 'pow(2, 3, 0)' if False else '5 % False', '10 ** 30 / 0'):
    attempt(text)
# expect: 1 / 0 | division by zero
# expect: 1 // 0 | integer division or modulo by zero
# expect: 1 % 0 | integer modulo by zero
# expect: 1.0 / 0 | float division by zero
# expect: 1.0 // 0 | float floor division by zero
# expect: 1.0 % 0 | float modulo by zero
# expect: 1 / 0.0 | float division by zero
# expect: 0 ** -1 | 0.0 cannot be raised to a negative power
# expect: 0.0 ** -1 | 0.0 cannot be raised to a negative power
# expect: divmod(1, 0) | integer division or modulo by zero
# expect: divmod(1.0, 0.0) | float divmod()
# expect: 1j / 0 | complex division by zero
# expect: 10 ** 30 // 0 | integer division or modulo by zero
# expect: 10 ** 30 % 0 | integer modulo by zero
# expect: 5 % False | integer modulo by zero
# expect: 10 ** 30 / 0 | division by zero
try:
    pow(2, 3, 0)
except ValueError as error:
    print(error)  # expect: pow() 3rd argument cannot be 0
