def f(a, b=1, *, c: int = 2) -> str:
    def g():
        nonlocal a
        a += b
        return lambda: a
    return g
