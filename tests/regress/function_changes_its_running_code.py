# A function may get other code while it runs: the code that runs stays until it is done.
namespace = {}
exec('''
def f(others):
    for other in others:
        f.__code__ = other
        others[:] = []
    return [str(i) for i in range(3)], 'old'
''', namespace)
f = namespace['f']


def make():
    inner = {}
    exec('def f(others): return "new"', inner)
    return inner['f'].__code__


print(f([make()]))  # expect: (['0', '1', '2'], 'old')
print(f([]))  # expect: new


# Many times, without what is old piling up.
def change():
    for _ in range(1000):
        f.__code__ = make()
    return f([])


print(change())  # expect: new
