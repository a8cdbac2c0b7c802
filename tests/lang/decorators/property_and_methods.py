class Temperature:
    def __init__(self, c):
        self._c = c

    @property
    def celsius(self):
        """Degrees."""
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError('too cold')
        self._c = value

    @celsius.deleter
    def celsius(self):
        self._c = None

    @property
    def fahrenheit(self):
        return self._c * 9 / 5 + 32

    @classmethod
    def from_f(cls, f):
        return cls((f - 32) * 5 / 9)

    @staticmethod
    def freezing():
        return 0


t = Temperature.from_f(212)
print(t.celsius, t.fahrenheit, Temperature.freezing(), t.freezing())  # expect: 100.0 212.0 0 0
t.celsius = 20
print(t.fahrenheit)  # expect: 68.0
for action in (lambda: setattr(t, 'celsius', -300), lambda: setattr(t, 'fahrenheit', 1), lambda: delattr(t, 'fahrenheit')):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
# expect: ValueError too cold
# expect: AttributeError property 'fahrenheit' of 'Temperature' object has no setter
# expect: AttributeError property 'fahrenheit' of 'Temperature' object has no deleter
del t.celsius
print(t.celsius, Temperature.celsius.__doc__, type(Temperature.celsius).__name__, Temperature.celsius.fset is not None)  # expect: None Degrees. property True


class Sub(Temperature):
    @classmethod
    def from_f(cls, f):
        return super().from_f(f)

    @Temperature.fahrenheit.getter
    def fahrenheit(self):
        return 'sub'


print(type(Sub.from_f(32)).__name__, Sub(1).fahrenheit)  # expect: Sub sub


class Lonely:
    x = property()
    y = property(fset=lambda self, v: None)


for action in (lambda: Lonely().x, lambda: Lonely().y, lambda: setattr(Lonely(), 'x', 1)):
    try:
        action()
    except AttributeError as error:
        print(error)
# expect: property 'x' of 'Lonely' object has no getter
# expect: property 'y' of 'Lonely' object has no getter
# expect: property 'x' of 'Lonely' object has no setter
