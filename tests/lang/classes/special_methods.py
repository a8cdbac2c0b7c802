class V:
    def __init__(self, *items):
        self.items = list(items)

    def __len__(self): return len(self.items)
    def __getitem__(self, i): return ('slice', i.start, i.stop, i.step) if isinstance(i, slice) else self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __reversed__(self): return 'reversed!'
    def __call__(self, *a, **k): return a, k
    def __bool__(self): return False
    def __hash__(self): return 42
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'invert'
    def __abs__(self): return 'abs'
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 1j
    def __index__(self): return 2
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 'trunc'
    def __divmod__(self, o): return 'divmod'
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __matmul__(self, o): return 'matmul'
    def __length_hint__(self): return 10
    def __dir__(self): return ['z', 'a']
    def __sizeof__(self): return 1
    def __bytes__(self): return b'bytes'


v = V(1, 2, 3)
print(len(v), v[0], v[1:2], v[::3], 2 in v, [*v], reversed(v), v(1, k=2), bool(v), hash(v))  # expect: 3 1 ('slice', 1, 2, None) ('slice', None, None, 3) True [1, 2, 3] reversed! ((1,), {'k': 2}) False 42
v[0] = 10
del v[1]
print(v.items, -v, +v, ~v, abs(v), int(v), float(v), complex(v), [0, 1, 2][v], round(v), round(v, 1))  # expect: [10, 3] neg pos invert abs 7 7.5 1j 2 ('round', None) ('round', 1)
print(divmod(v, 1), v ** 2, pow(v, 2, 3), v @ 1, dir(v), bytes(v), hex(v), range(v), 'abc'[v], chr(v) == '\x02')  # expect: divmod ('pow', 2, None) ('pow', 2, 3) matmul ['a', 'z'] b'bytes' 0x2 range(0, 2) c True
print(v[1, 2] if False else 'tuple index', v.__len__(), V.__len__(v))  # expect: tuple index 2 2


class Late: pass


x = Late()
x.__len__ = lambda: 5
try:
    len(x)
except TypeError as error:
    print(error)  # expect: object of type 'Late' has no len()
Late.__len__ = lambda self: 6
print(len(x))  # expect: 6
