# bool is an int with two values of its own.
def attempt(f):
    try:
        return f()
    except Exception as error:
        return f'{type(error).__name__}: {error}'

for a in (False, True):
    print(*(op for b in (False, True) for op in (a & b, a | b, a ^ b, a and b, a or b, a == b, a < b, a + b, a - b, a * b)), not a, -a, +a, int(a), str(a), repr(a), hash(a))
# expect: False False False False False True False 0 0 0 False True True False True False True 1 -1 0 True 0 0 0 False False 0
# expect: False True True False True False False 1 1 0 True True False True True True False 2 0 1 False -1 1 1 True True 1
print(True & 1, type(True & 1), True | 2, 3 ^ True, True + 1.5, True / 2, True // 2, True ** 2, True << 3, 5 % True, divmod(True, 2), abs(True), round(True), type(round(True)))  # expect: 1 <class 'int'> 3 2 2.5 0.5 0 1 8 0 (0, 1) 1 1 <class 'int'>
print(bool(), bool(0), bool(''), bool([]), bool('a'), bool(None), bool(0.0), bool(10**30), bool(object()), bool(not True))  # expect: False False False False True False False True True False
print(isinstance(True, int), issubclass(bool, int), type(True), bool.__mro__ == (bool, int, object), True is (1 == 1), [10, 20][True], {1: 'one'}[True], 'ab' * True)  # expect: True True <class 'bool'> True True 20 one ab
print(True.real, True.imag, True.bit_length(), True.to_bytes(1), True.conjugate(), type(True.conjugate()), bool.from_bytes(b'\0'), True.__and__(1), True.__and__('a'), True.__getnewargs__())  # expect: 1 0 1 b'\x01' 1 <class 'int'> False 1 NotImplemented (1,)
print(f'{True} {True:d} {True:5} {True!r:>6} {False:b}', '%s %d %r' % (True, True, False), format(True, ''))  # expect: True 1     1   True 0 True 1 False True
print(attempt(lambda: bool(1, 2)), attempt(lambda: bool(x=1)), attempt(lambda: bool.__new__(int)), attempt(lambda: True & 1.5), attempt(lambda: True + 'a'))  # expect: TypeError: bool expected at most 1 argument, got 2 TypeError: bool() takes no keyword arguments TypeError: bool.__new__(int): int is not a subtype of bool TypeError: unsupported operand type(s) for &: 'bool' and 'float' TypeError: unsupported operand type(s) for +: 'bool' and 'str'
class Truth:
    def __bool__(self): return 1
class Length:
    def __len__(self): return 0
class Negative:
    def __len__(self): return -1
print(attempt(lambda: bool(Truth())), bool(Length()), attempt(lambda: bool(Negative())))  # expect: TypeError: __bool__ should return bool, returned int False ValueError: __len__() should return >= 0
try:
    class Sub(bool):
        pass
except TypeError as error:
    print(error)  # expect: type 'bool' is not an acceptable base type
print(sorted([True, False, True]), sum([True, True]), max(False, True), sorted([2, True, 0, False]), len({True, 1, 1.0}))  # expect: [False, True, True] 2 True [0, False, True, 2] 1
