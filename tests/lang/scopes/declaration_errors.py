### case: nonlocal at module
nonlocal x  # raises: SyntaxError: nonlocal declaration not allowed at module level
### case: nonlocal missing
def f():
    nonlocal x  # raises: SyntaxError: no binding for nonlocal 'x' found
### case: parameter and global
def f(x):
    global x  # raises: SyntaxError: name 'x' is parameter and global
### case: parameter and nonlocal
def g():
    x = 1
    def f(x):
        nonlocal x  # raises: SyntaxError: name 'x' is parameter and nonlocal
### case: used before global
def f():
    print(x)
    global x  # raises: SyntaxError: name 'x' is used prior to global declaration
### case: assigned before global
def f():
    x = 1
    global x  # raises: SyntaxError: name 'x' is assigned to before global declaration
### case: nonlocal and global
def f():
    x = 1
    def g():
        global x  # raises: SyntaxError: name 'x' is nonlocal and global
        nonlocal x
### case: duplicate argument
def f(a, a):  # raises: SyntaxError: duplicate argument 'a' in function definition
    pass
### case: annotated global
def f():
    global x
    x: int = 1  # raises: SyntaxError: annotated name 'x' can't be global
### case: walrus in class comprehension
class C:
    [y := x for x in range(3)]  # raises: SyntaxError: assignment expression within a comprehension cannot be used in a class body
### case: rebinding iteration variable
[x := 1 for x in range(3)]  # raises: SyntaxError: assignment expression cannot rebind comprehension iteration variable 'x'
### case: walrus in iterable
[i for i in (j := [1])]  # raises: SyntaxError: assignment expression cannot be used in a comprehension iterable expression
