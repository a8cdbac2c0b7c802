class Base:
    def __add__(self, o): return 'Base.add'
    def __radd__(self, o): return 'Base.radd'
    def __lt__(self, o): return 'Base.lt'
    def __gt__(self, o): return 'Base.gt'


class Same(Base): pass


class Overrides(Base):
    def __radd__(self, o): return 'Overrides.radd'
    def __gt__(self, o): return 'Overrides.gt'


print(Base() + Base(), Base() + Same(), Same() + Base(), Base() + Overrides(), Overrides() + Base())  # expect: Base.add Base.add Base.add Overrides.radd Base.add
print(Base() < Base(), Base() < Same(), Base() < Overrides(), Overrides() < Base())  # expect: Base.lt Base.gt Overrides.gt Base.lt
print(1 + Base(), [] + Base() if False else 'x', Base() + 1)  # expect: Base.radd x Base.add


class OnlyR:
    def __rmul__(self, o): return ('rmul', o)
    def __rsub__(self, o): return ('rsub', o)
    def __rpow__(self, o): return ('rpow', o)
    def __rmatmul__(self, o): return ('rmatmul', o)
    def __rdivmod__(self, o): return ('rdivmod', o)
    def __rlshift__(self, o): return ('rlshift', o)
    def __ror__(self, o): return ('ror', o)


o = OnlyR()
print(2 * o, [1] * o if False else 'y', 'a' - o, 2 ** o, 2 @ o, divmod(2, o), 1 << o, {} | o)  # expect: ('rmul', 2) y ('rsub', 'a') ('rpow', 2) ('rmatmul', 2) ('rdivmod', 2) ('rlshift', 1) ('ror', {})
try:
    o + o
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'OnlyR' and 'OnlyR'
