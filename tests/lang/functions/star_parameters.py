def f(*args, **kwargs):
    return args, kwargs


print(f(), f(1, 2), f(a=1), f(1, b=2, *[3], **{'c': 4}))  # expect: ((), {}) ((1, 2), {}) ((), {'a': 1}) ((1, 3), {'b': 2, 'c': 4})


def g(a, *rest, key, other='o', **more):
    return a, rest, key, other, more


print(g(1, key=2), g(1, 2, 3, key=4, z=5), g(1, *(2, 3), **{'key': 0, 'other': 1}))  # expect: (1, (), 2, 'o', {}) (1, (2, 3), 4, 'o', {'z': 5}) (1, (2, 3), 0, 1, {})


def h(first, /, *, only):
    return first, only


print(h(1, only=2))  # expect: (1, 2)
d = {'x': 1}
args, kwargs = f(**d)
kwargs['x'] = 2
print(d, args)  # expect: {'x': 1} ()
print(f(*range(3), *'ab', **{'a': 1}, **{'b': 2}))  # expect: ((0, 1, 2, 'a', 'b'), {'a': 1, 'b': 2})
