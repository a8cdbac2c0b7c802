def add_method(cls):
    cls.extra = lambda self: f'extra {self.n}'
    return cls


@add_method
class C:
    n = 1


print(C().extra(), C.__name__)  # expect: extra 1 C


class Count:
    def __init__(self, f):
        self.f, self.calls = f, 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)

    def __get__(self, instance, owner):
        return self if instance is None else lambda *args: self(instance, *args)


class D:
    @Count
    def method(self, x):
        return x * 2


d = D()
print(d.method(1), d.method(2), D.method.calls)  # expect: 2 4 2


@Count
class Wrapped:
    pass


print(type(Wrapped()).__name__, Wrapped.calls)  # expect: Wrapped 1
