# Classes of all kinds, and what they are asked.
class Meta(type):
    def __new__(meta, name, bases, space, **options):
        space['made_by'] = meta.__name__
        return super().__new__(meta, name, bases, space)


class Base(metaclass=Meta, flag=True):
    __slots__ = ('x', '__weakref__')

    def __init_subclass__(cls, **options):
        cls.options = sorted(options)

    def __init__(self, x): self.x = x
    def __repr__(self): return f'{type(self).__name__}({self.x!r})'
    def __eq__(self, other): return self.x == other.x
    def __hash__(self): return hash(self.x)
    def __add__(self, other): return type(self)(self.x + other.x)
    def __getitem__(self, key): return [self.x, key]


class Derived(Base, mark=1):
    total = 0

    @property
    def double(self): return self.x * 2
    @double.setter
    def double(self, value): self.x = value // 2
    @classmethod
    def made(cls, *args, **options):
        cls.total += len(args)
        return cls(*args)
    @staticmethod
    def plain(value): return [value]
    def __getattr__(self, name):
        if name.startswith('dynamic'):
            return name.upper()
        raise AttributeError(name)
    def __call__(self, *args, **options): return args, options
    def __del__(self): self.plain(1)


a, b = Derived.made(1), Derived(2)
a.double = 10
a.extra = {'k': [1, 2]}
assert repr(a + b) == 'Derived(7)' and a[1:2] and a.dynamic_thing and a(1, k=2)
assert {a: 1, b: 2}[a] == 1 and a != b and getattr(a, 'missing', 3) == 3
del a.extra
Late = type('Late', (Derived,), {'y': 1, 'm': lambda self: super(Derived, self).__repr__()})
assert Late(3).m() and isinstance(Late(3), Base) and Late.__mro__ and vars(Late) and dir(Late)
