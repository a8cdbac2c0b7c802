def f(a, w):
    return f'{a}' + f'x{a!r:>{w}}y{w=}'
