class P:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


p = P(1, 2)
print(p.x, p.y, hasattr(p, '__dict__'), P.__slots__, type(P.x).__name__)  # expect: 1 2 False ('x', 'y') member_descriptor
for action in (lambda: setattr(p, 'z', 1), lambda: P.__new__(P).x, lambda: p.z):
    try:
        action()
    except AttributeError as error:
        print(error)
# expect: 'P' object has no attribute 'z' and no __dict__ for setting new attributes
# expect: 'P' object has no attribute 'x'
# expect: 'P' object has no attribute 'z'
del p.x
print(hasattr(p, 'x'))  # expect: False


class Q(P):
    __slots__ = 'z'


q = Q(1, 2)
q.z = 3
print(q.x, q.z, hasattr(q, '__dict__'))  # expect: 1 3 False


class R(P):
    pass


r = R(1, 2)
r.any = 5
print(r.any, r.__dict__, r.x)  # expect: 5 {'any': 5} 1


class WithDict:
    __slots__ = ('a', '__dict__')


w = WithDict()
w.a = w.b = 1
print(w.__dict__)  # expect: {'b': 1}
for slots in ('x', ['x', 'y'], ('1bad',), (5,), {'doc': 'text'}):
    try:
        print(sorted(k for k in vars(type('S', (), {'__slots__': slots})) if not k.startswith('__')))
    except TypeError as error:
        print(error)
# expect: ['x']
# expect: ['x', 'y']
# expect: __slots__ must be identifiers
# expect: __slots__ items must be strings, not 'int'
# expect: ['doc']
try:
    type('S', (), {'__slots__': ('x',), 'x': 1})
except ValueError as error:
    print(error)  # expect: 'x' in __slots__ conflicts with class variable
