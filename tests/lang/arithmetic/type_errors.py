def attempt(text):
    try:
        print(eval(text))
    except TypeError as error:
        print(f'{text}: {error}')


for text in ('1 + "a"', '"a" + 1', '[] + ()', 'None + 1', '1 - "a"', '"a" - "b"', '"a" * "b"', '"a" * 1.5', '{} + {}', '1 & 1.0', '~1.5', '-"a"', '+[]', '1 << 1.0',
             'object() + 1', '1 @ 2', '{1} | [2]', '[1] * [2]', '"%d" % "x"', 'b"a" + "b"', '"a" + b"b"', '1 ** "a"', 'divmod(1, "a")', '3 // "a"', '"abc" // 2'):
    attempt(text)
# expect: 1 + "a": unsupported operand type(s) for +: 'int' and 'str'
# expect: "a" + 1: can only concatenate str (not "int") to str
# expect: [] + (): can only concatenate list (not "tuple") to list
# expect: None + 1: unsupported operand type(s) for +: 'NoneType' and 'int'
# expect: 1 - "a": unsupported operand type(s) for -: 'int' and 'str'
# expect: "a" - "b": unsupported operand type(s) for -: 'str' and 'str'
# expect: "a" * "b": can't multiply sequence by non-int of type 'str'
# expect: "a" * 1.5: can't multiply sequence by non-int of type 'float'
# expect: {} + {}: unsupported operand type(s) for +: 'dict' and 'dict'
# expect: 1 & 1.0: unsupported operand type(s) for &: 'int' and 'float'
# expect: ~1.5: bad operand type for unary ~: 'float'
# expect: -"a": bad operand type for unary -: 'str'
# expect: +[]: bad operand type for unary +: 'list'
# expect: 1 << 1.0: unsupported operand type(s) for <<: 'int' and 'float'
# expect: object() + 1: unsupported operand type(s) for +: 'object' and 'int'
# expect: 1 @ 2: unsupported operand type(s) for @: 'int' and 'int'
# expect: {1} | [2]: unsupported operand type(s) for |: 'set' and 'list'
# expect: [1] * [2]: can't multiply sequence by non-int of type 'list'
# expect: "%d" % "x": %d format: a real number is required, not str
# expect: b"a" + "b": can't concat str to bytes
# expect: "a" + b"b": can only concatenate str (not "bytes") to str
# expect: 1 ** "a": unsupported operand type(s) for ** or pow(): 'int' and 'str'
# expect: divmod(1, "a"): unsupported operand type(s) for divmod(): 'int' and 'str'
# expect: 3 // "a": unsupported operand type(s) for //: 'int' and 'str'
# expect: "abc" // 2: unsupported operand type(s) for //: 'str' and 'int'
