class Meta(type):
    def __instancecheck__(cls, x): return x == 1
    def __subclasscheck__(cls, c): return c is int


class C(metaclass=Meta): pass


print(isinstance(1, C), isinstance(2, C), issubclass(int, C), issubclass(str, C), isinstance(C(), C))  # expect: True False True False True
print(isinstance(True, int), issubclass(bool, int), isinstance(1, (str, (float, int))), isinstance(None, type(None)), isinstance(1, int | str), issubclass(int, int | str))  # expect: True True True True True True
for action in (lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: isinstance(1, [int]), lambda: issubclass(int, 'x')):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: issubclass() arg 1 must be a class
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: issubclass() arg 2 must be a class, a tuple of classes, or a union
print(type(1), type('x', (), {}), type.__class__, type(type(1)), int.__class__)  # expect: <class 'int'> <class '__main__.x'> <class 'type'> <class 'type'> <class 'type'>
