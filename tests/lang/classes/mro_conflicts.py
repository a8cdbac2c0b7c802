class A: pass
class B(A): pass


def attempt(*bases):
    try:
        print([c.__name__ for c in type('X', bases, {}).__mro__])
    except TypeError as error:
        print(error)


attempt(A, B)
# expect: Cannot create a consistent method resolution order (MRO) for bases A, B
attempt(B, A)
# expect: ['X', 'B', 'A', 'object']
attempt(A, A)
# expect: duplicate base class A
attempt(object, A)
# expect: Cannot create a consistent method resolution order (MRO) for bases object, A
attempt(A, object)
# expect: ['X', 'A', 'object']
attempt(int, str)
# expect: multiple bases have instance lay-out conflict
attempt(bool)
# expect: type 'bool' is not an acceptable base type
attempt(type(None))
# expect: type 'NoneType' is not an acceptable base type
attempt(range)
# expect: type 'range' is not an acceptable base type
attempt(5)
# expect: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
attempt(int, A)
# expect: ['X', 'int', 'A', 'object']


class P: pass
class Q: pass
class PQ(P, Q): pass
class QP(Q, P): pass


attempt(PQ, QP)
# expect: Cannot create a consistent method resolution order (MRO) for bases P, Q
class O: pass
class A1(O): pass
class B1(O): pass
class C1(O): pass
class D1(O): pass
class E1(O): pass
class K1(A1, B1, C1): pass
class K2(D1, B1, E1): pass
class K3(D1, A1): pass
attempt(K1, K2, K3)
# expect: ['X', 'K1', 'K2', 'K3', 'D1', 'A1', 'B1', 'C1', 'E1', 'O', 'object']
