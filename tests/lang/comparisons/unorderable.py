def attempt(text):
    try:
        print(eval(text))
    except TypeError as error:
        print(f'{text}: {error}')


for text in ('1 < "a"', 'None < 1', '[] < ()', '{} < {}', '1j < 2', 'object() < object()', '[1, "a"] < [1, 2]', '(1,) < [1]', '{1} < [1]', 'max(1, "a")', 'sorted([1, None])',
             'b"a" < "a"', '1 in 5', '"a" in 5', '1 in "abc"', 'len < abs'):
    attempt(text)
# expect: 1 < "a": '<' not supported between instances of 'int' and 'str'
# expect: None < 1: '<' not supported between instances of 'NoneType' and 'int'
# expect: [] < (): '<' not supported between instances of 'list' and 'tuple'
# expect: {} < {}: '<' not supported between instances of 'dict' and 'dict'
# expect: 1j < 2: '<' not supported between instances of 'complex' and 'int'
# expect: object() < object(): '<' not supported between instances of 'object' and 'object'
# expect: [1, "a"] < [1, 2]: '<' not supported between instances of 'str' and 'int'
# expect: (1,) < [1]: '<' not supported between instances of 'tuple' and 'list'
# expect: {1} < [1]: '<' not supported between instances of 'set' and 'list'
# expect: max(1, "a"): '>' not supported between instances of 'str' and 'int'
# expect: sorted([1, None]): '<' not supported between instances of 'NoneType' and 'int'
# expect: b"a" < "a": '<' not supported between instances of 'bytes' and 'str'
# expect: 1 in 5: argument of type 'int' is not iterable
# expect: "a" in 5: argument of type 'int' is not iterable
# expect: 1 in "abc": 'in <string>' requires string as left operand, not int
# expect: len < abs: '<' not supported between instances of 'builtin_function_or_method' and 'builtin_function_or_method'
print(1 == 'a', 1 != 'a', None == 0, [] == (), b'a' == 'a')  # expect: False True False False False
