### case: none
None = 1  # raises: SyntaxError: cannot assign to None
### case: debug
__debug__ = 1  # raises: SyntaxError: cannot assign to __debug__
### case: digit first
1x = 1  # raises: SyntaxError: invalid decimal literal
### case: parameter
def f(None): pass  # raises: SyntaxError: invalid syntax
### case: attribute
x.None = 1  # raises: SyntaxError: invalid syntax
### case: import as
import math as True  # raises: SyntaxError: invalid syntax
