def f():
    def g():
        return x
    try:
        g()
    except NameError as error:
        print(type(error).__name__, error)
    x = 1
    print(g())
    del x
    try:
        g()
    except NameError as error:
        print(type(error).__name__, error)


f()
# expect: NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope
# expect: 1
# expect: NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope


def parameters(a, b=lambda: a if False else 'default'):
    a += 1
    return (lambda: a)(), b.__name__


print(parameters(1))  # expect: (2, '<lambda>')
