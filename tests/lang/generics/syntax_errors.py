# since: 3.12
### case: duplicate
def f[T, T](): pass  # raises: SyntaxError: duplicate type parameter 'T'
### case: default
type X[T] = 1 = 2  # raises: SyntaxError: invalid syntax
### case: walrus in bound
def f[T: (x := 1)](): pass  # raises: SyntaxError: named expression cannot be used within a TypeVar bound
### case: yield in alias
def f():
    type X = (yield)  # raises: SyntaxError: yield expression cannot be used within a type alias
### case: bound on star
def f[*T: int](): pass  # raises: SyntaxError: cannot use bound with TypeVarTuple
### case: empty
def f[](): pass  # raises: SyntaxError: Type parameter list cannot be empty
### case: assignment
type f() = 1  # raises: SyntaxError: invalid syntax
