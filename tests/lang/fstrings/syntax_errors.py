### case: empty
f'{}'  # raises: SyntaxError: f-string: valid expression required before '}'
### case: unclosed
# raises: SyntaxError: f-string: expecting '}'
f'{a'
### case: single close
f'}'  # raises: SyntaxError: f-string: single '}' is not allowed
### case: bad conversion
f'{a!x}'  # raises: SyntaxError: f-string: invalid conversion character 'x': expected 's', 'r', or 'a'
### case: missing expression
f'{!r}'  # raises: SyntaxError: f-string: valid expression required before '!'
### case: statement
f'{x = 1 = 2}'  # raises: SyntaxError: f-string: expecting '!', or ':', or '}'
### case: colon only
f'{:x}'  # raises: SyntaxError: f-string: valid expression required before ':'
### case: unbalanced
f'{(a}'  # raises: SyntaxError: closing parenthesis '}' does not match opening parenthesis '('
### case: lambda
f'{lambda x: x}'  # raises: SyntaxError: f-string: lambda expressions are not allowed without parentheses
### case: star
f'{*a}'  # raises: SyntaxError: can't use starred expression here
### case: space conversion
f'{a! r}'  # raises: SyntaxError: f-string: conversion type must come right after the exclamanation mark
### case: unterminated
# raises: SyntaxError: unterminated f-string literal (detected at line 26)
f'{a}
### case: deep nesting of specs
f'{a:{b:{c:{d}}}}'  # raises: SyntaxError: f-string: expressions nested too deeply
