# abstractclassmethod, abstractstaticmethod and abstractproperty make a class abstract.
import abc


class Base(abc.ABC):
    @abc.abstractclassmethod
    def a(cls):
        return cls.__name__

    @abc.abstractstaticmethod
    def b():
        return 'b'

    @abc.abstractproperty
    def c(self):
        return 'c'


print(sorted(Base.__abstractmethods__), Base.a(), Base.b())  # expect: ['a', 'b', 'c'] Base b
try:
    Base()
except TypeError as error:
    print(error)
# expect: Can't instantiate abstract class Base without an implementation for abstract methods 'a', 'b', 'c'
print(Base.__dict__['a'].__isabstractmethod__, Base.__dict__['a'].__func__.__isabstractmethod__, isinstance(Base.__dict__['b'], staticmethod))
# expect: True True True
for kind in abc.abstractclassmethod, abc.abstractstaticmethod, abc.abstractproperty:
    print(kind, kind.__bases__)
# expect: <class 'abc.abstractclassmethod'> (<class 'classmethod'>,)
# expect: <class 'abc.abstractstaticmethod'> (<class 'staticmethod'>,)
# expect: <class 'abc.abstractproperty'> (<class 'property'>,)
before = abc.get_cache_token()
Base.register(int)
print(before != abc.get_cache_token(), isinstance(3, Base), issubclass(bool, Base))  # expect: True True True
