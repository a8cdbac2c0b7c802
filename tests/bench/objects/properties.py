# Properties, class methods, descriptors, __getattr__, class attributes and inheritance.


class Positive:
    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, instance, owner=None):
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(value)
        setattr(instance, self.name, value)


class Base:
    created = 0
    limit = Positive()

    def __init__(self, value):
        self._value = value
        self.limit = value + 1
        Base.created += 1

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new % 1_000_003

    @classmethod
    def make(cls, value):
        return cls(value)

    @staticmethod
    def twice(x):
        return x + x

    def step(self):
        self.value = self.value * 3 + 1
        return self.value


class Derived(Base):
    def __init__(self, value):
        super().__init__(value)
        self.steps = 0

    def step(self):
        self.steps += 1
        return super().step()

    def __getattr__(self, name):
        if name == 'magic':
            return 42
        raise AttributeError(name)


def run(n):
    total = 0
    objects = [Base.make(1), Derived.make(2), Derived(3), Base(4)]
    for i in range(n):
        for instance in objects:
            total += instance.step()
            total += instance.limit
        total += Base.twice(i)
        total += objects[1].magic
        if i % 100 == 0:
            objects[i // 100 % 4] = Derived(i) if i // 100 % 4 else Base(i)
            objects[1] = Derived(i)
    return total, Base.created


print(run(180_000))
