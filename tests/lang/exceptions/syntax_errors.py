### case: no handler
try:
    pass
x = 1  # raises: SyntaxError: expected 'except' or 'finally' block
### case: default not last
try:
    pass
except:  # raises: SyntaxError: default 'except:' must be last
    pass
except ValueError:
    pass
### case: tuple without parentheses
try:
    pass
except ValueError, KeyError:  # raises: SyntaxError: multiple exception types must be parenthesized
    pass
### case: attribute target
try:
    pass
except ValueError as a.b:  # raises: SyntaxError: invalid syntax
    pass
### case: else without except
try:
    pass
else:  # raises: SyntaxError: expected 'except' or 'finally' block
    pass
### case: except alone
except:  # raises: SyntaxError: invalid syntax
    pass
### case: finally twice
try:
    pass
finally:
    pass
finally:  # raises: SyntaxError: invalid syntax
    pass
