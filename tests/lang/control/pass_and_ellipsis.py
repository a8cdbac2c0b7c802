def f(): ...


def g():
    """Only a docstring."""


class C: pass


print(f(), g(), g.__doc__, C.__doc__, ...)  # expect: None None Only a docstring. None Ellipsis
for i in range(2): pass
if True: ...; print('ok')  # expect: ok
"a string statement"
42
