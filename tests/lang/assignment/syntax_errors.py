### case: literal
1 = x  # raises: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
### case: call
f() = 1  # raises: SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
### case: expression
a + b = 1  # raises: SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?
### case: keyword
None = 1  # raises: SyntaxError: cannot assign to None
### case: true
True = 1  # raises: SyntaxError: cannot assign to True
### case: operator
x + 1 += 2  # raises: SyntaxError: 'expression' is an illegal expression for augmented assignment
### case: two stars
*a, *b = 1, 2  # raises: SyntaxError: multiple starred expressions in assignment
### case: bare star
*a = 1  # raises: SyntaxError: starred assignment target must be in a list or tuple
### case: augmented tuple
a, b += 1  # raises: SyntaxError: 'tuple' is an illegal expression for augmented assignment
### case: comprehension
[x for x in y] = 1  # raises: SyntaxError: cannot assign to list comprehension here. Maybe you meant '==' instead of '='?
### case: delete call
del f()  # raises: SyntaxError: cannot delete function call
### case: delete literal
del 1  # raises: SyntaxError: cannot delete literal
### case: walrus target
(a.b := 1)  # raises: SyntaxError: cannot use assignment expressions with attribute
### case: walrus statement
x := 1  # raises: SyntaxError: invalid syntax
### case: fstring
f'{x}' = 1  # raises: SyntaxError: cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
### case: conditional
a if b else c = 1  # raises: SyntaxError: cannot assign to conditional expression
