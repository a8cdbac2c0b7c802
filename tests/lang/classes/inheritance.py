class A:
    def who(self):
        return 'A'

    def both(self):
        return f'{self.who()} via A'


class B(A):
    def who(self):
        return 'B+' + super().who()


class C(A):
    def who(self):
        return 'C+' + super().who()


class D(B, C):
    def who(self):
        return 'D+' + super().who()


print(D().who(), D().both(), [k.__name__ for k in D.__mro__], D.__base__.__name__)  # expect: D+B+C+A D+B+C+A via A ['D', 'B', 'C', 'A', 'object'] B
print(issubclass(D, A), issubclass(A, D), isinstance(D(), C), D.__bases__ == (B, C), A.__subclasses__() == [B, C])  # expect: True False True True True
print(B.who(D()), super(D, D()).who(), super(B, D()).who())  # expect: B+C+A B+C+A C+A


class E(A):
    pass


print(E().who(), E.who is A.who, 'who' in vars(E))  # expect: A True False
E.who = lambda self: 'patched'
print(E().who(), A().who())  # expect: patched A
A.added = property(lambda self: self.who() * 2)
print(D().added, E().added)  # expect: D+B+C+AD+B+C+A patchedpatched
