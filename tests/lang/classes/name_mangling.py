class A:
    __private = 1

    def __method(self):
        return self.__private

    def get(self):
        return self.__method()

    def set(self, value):
        self.__private = value

    __dunder__ = 'not mangled'


a = A()
print(a.get(), a._A__private, hasattr(a, '__private'), A.__dunder__)  # expect: 1 1 False not mangled
a.set(5)
print(a.__dict__, a.get())  # expect: {'_A__private': 5} 5


class _B(A):
    __private = 2

    def other(self):
        __local = 3
        return self.__private, __local, sorted(locals())[:1]


print(_B().get(), _B().other(), _B._B__private)  # expect: 1 (2, 3, ['_B__local']) 2


class C:
    def f(self, __x=1):
        return __x

    def g(self):
        global __module_name
        return __module_name


_C__module_name = 'found'
print(C().f(), C().g(), C.f.__code__.co_varnames)  # expect: 1 found ('self', '_C__x')
