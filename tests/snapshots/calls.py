def f(a, *args, **kw):
    a.b.c(1, a, key=args)
    print(*args, sep='', **kw)
    return f(a)(f)
