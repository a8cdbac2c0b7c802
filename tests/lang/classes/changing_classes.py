class A:
    def f(self): return 'A.f'


class B:
    def f(self): return 'B.f'


x = A()
x.__class__ = B
print(x.f(), type(x).__name__)  # expect: B.f B
A.f = lambda self: 'new'
print(A().f())  # expect: new
del A.f
try:
    A().f()
except AttributeError as error:
    print(error)  # expect: 'A' object has no attribute 'f'


class Child(A): pass


print(hasattr(Child(), 'g'))  # expect: False
A.g = lambda self: 'g'
print(Child().g())  # expect: g
Child.__bases__ = (B,)
print(Child().f(), [c.__name__ for c in Child.__mro__])  # expect: B.f ['Child', 'B', 'object']
try:
    x.__class__ = int
except TypeError as error:
    print(error)  # expect: __class__ assignment only supported for mutable types or ModuleType subclasses
A.__name__ = 'Renamed'
print(A.__name__, A.__qualname__, repr(A))  # expect: Renamed A <class '__main__.A'>
x.__dict__ = {'from': 'dict'}
print(vars(x))  # expect: {'from': 'dict'}
