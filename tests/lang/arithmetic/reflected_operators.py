class Left:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print('add', self.name)
        return NotImplemented

    def __sub__(self, other):
        return f'{self.name} sub'

    def __radd__(self, other):
        print('radd', self.name)
        return f'{self.name} radd {other!r}'


class Sub(Left):
    def __radd__(self, other):
        print('sub radd', self.name)
        return 'from subclass'

    def __rsub__(self, other):
        return 'subclass rsub first'


a, b, s = Left('a'), Left('b'), Sub('s')
try:
    a + b
except TypeError as error:
    print(error)
# expect: add a
# expect: unsupported operand type(s) for +: 'Left' and 'Left'
print(5 + a)
# expect: radd a
# expect: a radd 5
print(a + s)
# expect: sub radd s
# expect: from subclass
print(a - s, s - a)  # expect: subclass rsub first s sub
print([1].__add__([2]), (1).__add__(1.0), (1.0).__add__(1), (1).__radd__(2))  # expect: [1, 2] NotImplemented 2.0 3
