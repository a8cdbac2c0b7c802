### case: alone
*a  # raises: SyntaxError: can't use starred expression here
### case: in parentheses
(*a)  # raises: SyntaxError: cannot use starred expression here
### case: in expression
x = *a  # raises: SyntaxError: can't use starred expression here
### case: in if
if *a: pass  # raises: SyntaxError: invalid syntax
### case: double star alone
x = **a  # raises: SyntaxError: invalid syntax
### case: in subscript index value
x = 1 + *a  # raises: SyntaxError: invalid syntax
