# The arguments of a SyntaxError are its message and its place.
for source in '1 +', 'x = (', 'f(a for a in b, c)', '\tx\n  y', b'# coding: nope\nx', 'x = "a':
    try:
        compile(source, 'file', 'exec')
    except SyntaxError as error:
        print(error.args)
# expect: ('invalid syntax', ('file', 1, 4, '1 +\n', 1, 5))
# expect: ("'(' was never closed", ('file', 1, 5, 'x = (\n', 1, 0))
# expect: ('Generator expression must be parenthesized', ('file', 1, 3, 'f(a for a in b, c)\n', 1, 15))
# expect: ('unexpected indent', ('file', 1, 1, '\tx\n', 1, -1))
# expect: ('unknown encoding: nope', ('file', 0, -1, None))
# expect: ('unterminated string literal (detected at line 1)', ('file', 1, 5, 'x = "a', 1, 5))
