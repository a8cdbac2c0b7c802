### case: non-default after default
def f(a=1, b):  # raises: SyntaxError: parameter without a default follows parameter with a default
    pass
### case: star alone
def f(*):  # raises: SyntaxError: named arguments must follow bare *
    pass
### case: star then kwargs
def f(*, **k):  # raises: SyntaxError: named arguments must follow bare *
    pass
### case: two stars
def f(*a, *b):  # raises: SyntaxError: * argument may appear only once
    pass
### case: after kwargs
def f(**k, a):  # raises: SyntaxError: arguments cannot follow var-keyword argument
    pass
### case: slash twice
def f(a, /, b, /):  # raises: SyntaxError: / may appear only once
    pass
### case: slash first
def f(/, a):  # raises: SyntaxError: at least one argument must precede /
    pass
### case: slash after star
def f(*a, /):  # raises: SyntaxError: / must be ahead of *
    pass
### case: positional after keyword
f(a=1, 2)  # raises: SyntaxError: positional argument follows keyword argument
### case: positional after unpacking
f(**k, 1)  # raises: SyntaxError: positional argument follows keyword argument unpacking
### case: star after double star
f(**k, *a)  # raises: SyntaxError: iterable argument unpacking follows keyword argument unpacking
### case: keyword twice
f(a=1, a=2)  # raises: SyntaxError: keyword argument repeated: a
### case: expression keyword
f(a.b=1)  # raises: SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
### case: literal keyword
f(1=2)  # raises: SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
### case: true keyword
f(True=1)  # raises: SyntaxError: cannot assign to True
### case: generator needs parentheses
f(x for x in y, 1)  # raises: SyntaxError: Generator expression must be parenthesized
### case: default with star
def f(*a=1):  # raises: SyntaxError: var-positional argument cannot have default value
    pass
### case: lambda parameters
lambda a=1, b: 0  # raises: SyntaxError: parameter without a default follows parameter with a default
### case: missing parenthesis
def f(:  # raises: SyntaxError: invalid syntax
    pass
