"""Module doc."""
def f():
    'function doc'
    return 1


def g():
    f'not a doc'


def h():
    b'not a doc'


class C:
    """class doc
    second line"""
    'another string'

    def m(self): 'short'


print(__doc__, f.__doc__, g.__doc__, h.__doc__, repr(C.__doc__), C.m.__doc__, (lambda: 'x').__doc__)  # expect: Module doc. function doc None None 'class doc\nsecond line' short None


async def a():
    "async doc"


print(a.__doc__)  # expect: async doc
