# `*=` repeats its right operand only when the left one's type could not be a sequence.
class Number(int): pass


for left in Number(2), {}, range(2), 2, {1: 2}.keys(), None, 1.5:
    for right in [1], 'ab':
        value = left
        try:
            value *= right
            print(value)
        except TypeError as error:
            print(error)
# expect: unsupported operand type(s) for *=: 'Number' and 'list'
# expect: unsupported operand type(s) for *=: 'Number' and 'str'
# expect: unsupported operand type(s) for *=: 'dict' and 'list'
# expect: unsupported operand type(s) for *=: 'dict' and 'str'
# expect: unsupported operand type(s) for *=: 'range' and 'list'
# expect: unsupported operand type(s) for *=: 'range' and 'str'
# expect: [1, 1]
# expect: abab
# expect: unsupported operand type(s) for *=: 'dict_keys' and 'list'
# expect: unsupported operand type(s) for *=: 'dict_keys' and 'str'
# expect: can't multiply sequence by non-int of type 'NoneType'
# expect: can't multiply sequence by non-int of type 'NoneType'
# expect: can't multiply sequence by non-int of type 'float'
# expect: can't multiply sequence by non-int of type 'float'
