# What total_ordering() adds: three methods out of one, with its NotImplemented, its equality, and one identity for all classes.
import functools


def made(source, equal):
    class Thing:
        def __init__(self, value):
            self.value = value

        def __eq__(self, other):
            return self.value == other.value and equal

    def compare(self, other):
        if not isinstance(other, Thing):
            return NotImplemented
        return {'__lt__': self.value < other.value, '__le__': self.value <= other.value, '__gt__': self.value > other.value, '__ge__': self.value >= other.value}[source]
    setattr(Thing, source, compare)
    return functools.total_ordering(Thing)


for source in '__lt__', '__le__', '__gt__', '__ge__':
    for equal in True, False:
        cls = made(source, equal)
        print(source, equal, [[a < b, a <= b, a > b, a >= b] for a, b in ((cls(1), cls(2)), (cls(2), cls(2)), (cls(3), cls(2)))])
    print([getattr(cls, name).__name__ for name in ('__lt__', '__le__', '__gt__', '__ge__') if name != source], cls.__lt__(cls(1), 5), cls.__ge__(cls(1), 5))
    other = made(source, True)
    print([getattr(cls, name) is getattr(other, name) for name in ('__lt__', '__le__', '__gt__', '__ge__')])
    function = cls.__gt__ if source != '__gt__' else cls.__lt__
    print(getattr(functools, function.__qualname__) is function, function.__module__)
# expect: __lt__ True [[True, True, False, False], [False, True, False, True], [False, False, True, True]]
# expect: __lt__ False [[True, True, False, False], [False, False, True, True], [False, False, True, True]]
# expect: ['__le__', '__gt__', '__ge__'] NotImplemented NotImplemented
# expect: [False, True, True, True]
# expect: True functools
# expect: __le__ True [[True, True, False, False], [False, True, False, True], [False, False, True, True]]
# expect: __le__ False [[True, True, False, False], [True, True, False, False], [False, False, True, True]]
# expect: ['__lt__', '__gt__', '__ge__'] NotImplemented NotImplemented
# expect: [True, False, True, True]
# expect: True functools
# expect: __gt__ True [[True, True, False, False], [False, True, False, True], [False, False, True, True]]
# expect: __gt__ False [[True, True, False, False], [True, True, False, False], [False, False, True, True]]
# expect: ['__lt__', '__le__', '__ge__'] NotImplemented NotImplemented
# expect: [True, True, False, True]
# expect: True functools
# expect: __ge__ True [[True, True, False, False], [False, True, False, True], [False, False, True, True]]
# expect: __ge__ False [[True, True, False, False], [False, False, True, True], [False, False, True, True]]
# expect: ['__lt__', '__le__', '__gt__'] NotImplemented NotImplemented
# expect: [True, True, True, False]
# expect: True functools
try:
    cls(1) < 5
except TypeError as error:
    print(error)
# expect: '<' not supported between instances of 'Thing' and 'int'
