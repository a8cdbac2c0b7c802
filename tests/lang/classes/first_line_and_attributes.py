# A class knows the line that it begins at and the attributes that its methods assign to on `self`.
class Plain:
    pass


def decorate(cls):
    return cls


@decorate
class Decorated:
    def __init__(self):
        self.first = self.second = 0
        self.total: int = 1
        self.first = 2
        for self.item in ():
            pass
        with open('/dev/null') as self.file:
            pass

    def method(self, other):
        self.counted += 1
        other.foreign = 3

        def inner():
            self.late = 1

        class Nested:
            def m(self):
                self.own = 1

        return Nested


print(Plain.__firstlineno__, Plain.__static_attributes__)  # expect: 2 ()
print(Decorated.__firstlineno__, sorted(Decorated.__static_attributes__))  # expect: 10 ['file', 'first', 'item', 'late', 'second', 'total']
print(Decorated().__class__.__dict__.keys() >= {'__firstlineno__', '__static_attributes__'})  # expect: True


class Meta(type):
    def __new__(mcls, name, bases, namespace):
        print(list(namespace))
        return super().__new__(mcls, name, bases, namespace)


class WithMeta(metaclass=Meta):
    "doc"
    x: int = 1

    def f(self):
        return __class__
# expect: ['__module__', '__qualname__', '__firstlineno__', '__annotations__', '__doc__', 'x', 'f', '__static_attributes__', '__classcell__']


made = type('Made', (), {})
print(hasattr(made, '__firstlineno__'), hasattr(made, '__static_attributes__'))  # expect: False False
Plain.__module__ = 'elsewhere'
print(hasattr(Plain, '__firstlineno__'), Plain.__module__)  # expect: False elsewhere
