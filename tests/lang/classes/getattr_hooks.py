class C:
    real = 'real'

    def __getattr__(self, name):
        if name.startswith('dyn'):
            return f'made {name}'
        raise AttributeError(f'no {name}')

    def __setattr__(self, name, value):
        print('setattr', name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('delattr', name)
        object.__delattr__(self, name)


c = C()
print(c.real, c.dynamic, hasattr(c, 'other'))  # expect: real made dynamic False
c.x = 1
# expect: setattr x
del c.x
# expect: delattr x
try:
    c.other
except AttributeError as error:
    print(error)  # expect: no other


class All:
    def __getattribute__(self, name):
        if name == 'secret':
            return 42
        return object.__getattribute__(self, name)

    y = 5


a = All()
print(a.secret, a.y, getattr(a, 'nothing', 'default'))  # expect: 42 5 default


class Both:
    def __getattribute__(self, name):
        raise AttributeError(name)

    def __getattr__(self, name):
        return f'fallback {name}'


print(Both().x, Both().__class__)  # expect: fallback x fallback __class__
import math


class Proxy:
    def __init__(self, target):
        self.__dict__['target'] = target

    def __getattr__(self, name):
        return getattr(self.target, name)


print(Proxy('abc').upper(), Proxy(math).pi)  # expect: ABC 3.141592653589793
