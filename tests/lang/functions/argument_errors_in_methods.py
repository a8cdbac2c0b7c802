def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except TypeError as error:
        print(error)


class C:
    def __init__(self, x): pass
    def method(self): pass
    @classmethod
    def of(cls, a): pass
    @staticmethod
    def plain(a, b): pass
    def __call__(self, *, k): pass


c = C(1)
attempt(C)
# expect: C.__init__() missing 1 required positional argument: 'x'
attempt(C, 1, 2)
# expect: C.__init__() takes 2 positional arguments but 3 were given
attempt(c.method, 1)
# expect: C.method() takes 1 positional argument but 2 were given
attempt(C.method)
# expect: C.method() missing 1 required positional argument: 'self'
attempt(C.of)
# expect: C.of() missing 1 required positional argument: 'a'
attempt(c.of, 1, 2)
# expect: C.of() takes 2 positional arguments but 3 were given
attempt(C.plain, 1)
# expect: C.plain() missing 1 required positional argument: 'b'
attempt(c)
# expect: C.__call__() missing 1 required keyword-only argument: 'k'
attempt(c, 1)
# expect: C.__call__() takes 1 positional argument but 2 were given


class Empty: pass
class Derived(Empty): pass


attempt(Empty, 1)
# expect: Empty() takes no arguments
attempt(Derived, a=1)
# expect: Derived() takes no arguments
attempt(object, 1)
# expect: object() takes no arguments
