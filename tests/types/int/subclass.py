# Instances of subclasses are ints with a class and attributes of their own.
class Number(int):
    def __new__(cls, value, name=None):
        self = super().__new__(cls, value)
        self.name = name
        return self
    def __repr__(self):
        return f'Number({int(self)})'

small, big, zero = Number(5, 'five'), Number(10**30, 'big'), Number(0)
print(small, big, zero, small.name, big.name, type(small))  # expect: Number(5) Number(1000000000000000000000000000000) Number(0) five big <class '__main__.Number'>
print(small + 1, type(small + 1), small * big, -small, +small, type(+small), abs(Number(-3)), ~small)  # expect: 6 <class 'int'> 5000000000000000000000000000000 -5 5 <class 'int'> 3 -6
print(small == 5, small < 6, hash(small) == hash(5), {5: 'x'}[small], bool(zero), bool(small), small in [5], [1, 2, 3, 4, 5, 6][small])  # expect: True True True x False True True 6
print(type(int(small)), int(small), type(small.real), type(small.conjugate()), type(small.__index__()), float(small), complex(small))  # expect: <class 'int'> 5 <class 'int'> <class 'int'> <class 'int'> 5.0 (5+0j)
print(f'{small:04d} {small}', format(small, 'x'), '%d' % small, str(small), small.bit_length(), big.bit_length(), small.to_bytes(1))  # expect: 0005 Number(5) 5 5 Number(5) 3 100 b'\x05'
print(Number.from_bytes(b'\x01\x00'), type(Number.from_bytes(b'a')), isinstance(small, int), issubclass(Number, int))  # expect: Number(256) <class '__main__.Number'> True True
print(2**small, small**2, small << 3, small / 2, small // 2, small % 2, divmod(small, 2), 1 < small <= 5, small & 4, small | 8, small ^ 1)  # expect: 32 25 40 2.5 2 1 (2, 1) True 4 13 4
small.other = [1]
print(small.__dict__, small.other)  # expect: {'name': 'five', 'other': [1]} [1]

class Reflected(int):
    def __radd__(self, other): return 'radd'
    def __rsub__(self, other): return 'rsub'
    def __add__(self, other): return 'add'
print(1 + Reflected(2), 1 - Reflected(2), Reflected(2) + 1, 1 * Reflected(2), 1.5 + Reflected(2))  # expect: radd rsub add 2 3.5

class Plain(int):
    pass
print(repr(Plain(5)), str(Plain(-7)), Plain('12'), Plain('ff', 16), Plain(), Plain(3.9), [Plain(10**25)])  # expect: 5 -7 12 255 0 3 [10000000000000000000000000]
try:
    int.__new__(str)
except TypeError as error:
    print(error)  # expect: int.__new__(str): str is not a subtype of int
try:
    int.__new__(bool)
except TypeError as error:
    print(error)  # expect: int.__new__(bool) is not safe, use bool.__new__()
