class N:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n if isinstance(other, N) else NotImplemented

    def __lt__(self, other):
        print('lt', self.n, other.n)
        return self.n < other.n

    def __le__(self, other):
        return 'le result'


a, b = N(1), N(2)
print(a == b, a != b, a == N(1), a != N(1), a == 1, a != 1)  # expect: False True True False False True
print(a < b, a > b)
# expect: lt 1 2
# expect: lt 2 1
# expect: True False
print(a <= b, b >= a)  # expect: le result le result
print(sorted([N(3), N(1), N(2)])[0].n)
# expect: lt 1 3
# expect: lt 2 1
# expect: lt 1 2
# expect: lt 2 3
# expect: lt 2 3
# expect: lt 2 1
# expect: 1
try:
    hash(a)
except TypeError as error:
    print(error)  # expect: unhashable type: 'N'
try:
    a > 1
except TypeError as error:
    print(error)  # expect: '>' not supported between instances of 'N' and 'int'
