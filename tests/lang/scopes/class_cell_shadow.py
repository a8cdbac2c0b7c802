# A name assigned in a class body is looked up in the class, then globally, unless it is free.
x = 'global'


def f():
    x = 'enclosing'

    class C:
        before = x
        x = 'class'
        after = x

        class Inner:
            see = x

    class D:
        nonlocal x
        x = 'rebound'

    class E:
        global x
        see = x

    return C.before, C.after, C.Inner.see, x, E.see, hasattr(D, 'x')


print(f())  # expect: ('global', 'class', 'enclosing', 'rebound', 'global', False)
