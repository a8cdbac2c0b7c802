# A syntax error's arguments are its message and its place.
for source in 'x = = 1', 'if x\n  y', 'f(', '"abc', '  x\n y':
    try:
        compile(source, 'name.py', 'exec')
    except SyntaxError as error:
        print(error.args)
        again = type(error)(*error.args)
        print(again.lineno == error.lineno, again.text == error.text, str(again) == str(error))
# expect: ('invalid syntax', ('name.py', 1, 5, 'x = = 1\n', 1, 6))
# expect: True True True
# expect: ("expected ':'", ('name.py', 1, 5, 'if x\n', 1, 6))
# expect: True True True
# expect: ("'(' was never closed", ('name.py', 1, 2, 'f(\n', 1, 0))
# expect: True True True
# expect: ('unterminated string literal (detected at line 1)', ('name.py', 1, 1, '"abc', 1, 1))
# expect: True True True
# expect: ('unexpected indent', ('name.py', 1, 2, '  x\n', 1, -1))
# expect: True True True
