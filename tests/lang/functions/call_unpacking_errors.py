def f(*args, **kwargs): return args, kwargs


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


attempt(lambda: f(*5))
# expect: __main__.f() argument after * must be an iterable, not int
attempt(lambda: f(**5))
# expect: __main__.f() argument after ** must be a mapping, not int
attempt(lambda: f(**{1: 2}))
# expect: keywords must be strings
attempt(lambda: f(**{'a': 1}, **{'a': 2}))
# expect: __main__.f() got multiple values for keyword argument 'a'
attempt(lambda: f(a=1, **{'a': 2}))
# expect: __main__.f() got multiple values for keyword argument 'a'
attempt(lambda: f(*[1], *None))
# expect: Value after * must be an iterable, not NoneType
five, text, nothing = 5, 'abc', None
attempt(lambda: five())
# expect: 'int' object is not callable
attempt(lambda: text(1))
# expect: 'str' object is not callable
attempt(lambda: nothing())
# expect: 'NoneType' object is not callable


class Keys:
    def keys(self):
        return ['p', 'q']

    def __getitem__(self, key):
        return key * 2


attempt(lambda: f(**Keys()))
# expect: ((), {'p': 'pp', 'q': 'qq'})
