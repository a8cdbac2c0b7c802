class Tally:
    def __init__(self, n):
        self.n = n

    def __iadd__(self, other):
        self.n += other
        return self

    def __add__(self, other):
        return Tally(self.n + other)

    def __isub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return f'plain {self.n} - {other}'


t = u = Tally(1)
t += 5
print(t is u, u.n)  # expect: True 6
t = t + 1
print(t is u, t.n)  # expect: False 7
t -= 3
print(t)  # expect: plain 7 - 3
t = Tally(0)
try:
    t *= 2
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for *=: 'Tally' and 'int'
