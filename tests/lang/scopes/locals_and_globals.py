def f(a, b=2):
    c = 3
    d = locals()
    d['c'] = 99
    return sorted(d), c


print(f(1))  # expect: (['a', 'b', 'c'], 3)
g = globals()
g['made_here'] = 42
print(made_here, globals() is locals(), '__name__' in g, __name__)  # expect: 42 True True __main__


class C:
    x = 1
    names = sorted(k for k in locals() if not k.startswith('__'))


print(C.names)  # expect: ['x']
print(sorted(k for k in vars(C) if not k.startswith('__')))  # expect: ['names', 'x']
