class A: pass
class E:
    def __eq__(self, other): return True
class H(E):
    __hash__ = object.__hash__
class N:
    __hash__ = None
class K:
    def __init__(self, k): self.k = k
    def __hash__(self): return hash(self.k)
    def __eq__(self, other): return self.k == other.k


one, other = A(), A()
print(hash(one) != hash(other), E.__hash__, hash(H()) is not None)  # expect: True None True
for c in (E, N):
    try:
        {c(): 1}
    except TypeError as error:
        print(error)
# expect: unhashable type: 'E'
# expect: unhashable type: 'N'
d = {K(1): 'a'}
d[K(1)] = 'b'
print(len(d), d[K(1)], K(1) in d, K(2) in d, {K(1), K(1)} == {K(1)})  # expect: 1 b True False True


class Bad:
    def __hash__(self): return 'x'


class Huge:
    def __hash__(self): return 2 ** 100


class Minus:
    def __hash__(self): return -1


try:
    hash(Bad())
except TypeError as error:
    print(error)  # expect: __hash__ method should return an integer
print(hash(Huge()) == hash(2 ** 100), hash(Minus()))  # expect: True -2
