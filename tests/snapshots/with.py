def f(a):
    with a as b, a.c:
        return b
