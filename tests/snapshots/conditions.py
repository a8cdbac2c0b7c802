def f(a, b):
    if not (a < b <= 10) or a in (1, 2):
        return a and b or None
    return a if a is not b else not b
