class A:
    x = 'A.x'

    def __init__(self):
        print('A init')

    @classmethod
    def make(cls):
        return f'made {cls.__name__}'


class B(A):
    x = 'B.x'

    def __init__(self):
        super().__init__()
        print('B init', super().x, self.x)

    @classmethod
    def make(cls):
        return 'B ' + super().make()

    def closure(self):
        return (lambda: super(B, self).x)(), [super(B, self).x for _ in range(1)]

    @property
    def value(self):
        return super().x

    def nested(self):
        def inner():
            return super(B, self).x
        return inner()


b = B()
# expect: A init
# expect: B init A.x B.x
print(B.make(), b.closure(), b.value, b.nested())  # expect: B made B ('A.x', ['A.x']) A.x A.x


class M:
    def go(self):
        print('M')
        super().go()


class End:
    def go(self):
        print('End')


class Both(M, End): pass


Both().go()
# expect: M
# expect: End
try:
    M().go()
except AttributeError as error:
    print(error)
# expect: M
# expect: 'super' object has no attribute 'go'
try:
    super().x
except RuntimeError as error:
    print(error)  # expect: super(): no arguments


def free(self):
    return super().x


B.free = free
try:
    b.free()
except RuntimeError as error:
    print(error)  # expect: super(): __class__ cell not found
try:
    super(B, A())
except TypeError as error:
    print(error)
# expect: A init
# expect: super(type, obj): obj (instance of A) is not an instance or subtype of type (B).
print(super(A, b).__thisclass__ is A, super(B, b).__self__ is b, repr(super(B, b))[:28])  # expect: True True <super: <class 'B'>, <B obje


class Zero:
    def class_cell(self):
        return __class__


print(Zero().class_cell() is Zero)  # expect: True
