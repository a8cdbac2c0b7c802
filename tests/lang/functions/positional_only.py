def f(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


print(f(1), f(1, 5, 6, d=7), f(1, c=9))  # expect: (1, 2, 3, 4) (1, 5, 6, 7) (1, 2, 9, 4)


def g(a, /, **kwargs):
    return a, kwargs


print(g(1, a=2, b=3))  # expect: (1, {'a': 2, 'b': 3})


def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except TypeError as error:
        print(error)


attempt(f, a=1)
# expect: f() got some positional-only arguments passed as keyword arguments: 'a'
attempt(f, 1, b=2)
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
attempt(f)
# expect: f() missing 1 required positional argument: 'a'
attempt(f, 1, 2, 3, 4)
# expect: f() takes from 1 to 3 positional arguments but 4 were given
attempt(g)
# expect: g() missing 1 required positional argument: 'a'
