class Recorder(dict):
    def __setitem__(self, key, value):
        if not key.startswith('__'):
            print('define', key)
        super().__setitem__(key, value)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print('prepare', name, kw)
        return Recorder(injected=10)

    def __new__(mcls, name, bases, namespace, **kw):
        return super().__new__(mcls, name, bases, dict(namespace))

    def __init__(cls, *args, **kw):
        super().__init__(*args)


class C(metaclass=Meta, flag=True):
    a = 1
    b = injected + a

    def f(self): pass
# expect: prepare C {'flag': True}
# expect: define a
# expect: define b
# expect: define f


print(C.b, C.injected)  # expect: 11 10


class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass


try:
    class X(A, B): pass
except TypeError as error:
    print(error)  # expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases


def factory(name, bases, namespace):
    return name, bases, sorted(k for k in namespace if not k.startswith('__'))


class NotAClass(metaclass=factory):
    y = 1


print(NotAClass)  # expect: ('NotAClass', (), ['y'])
T = type('T', (A,), {'z': 1, 'm': lambda self: self.z})
print(T().m(), type(T).__name__, T.__module__)  # expect: 1 M1 __main__
