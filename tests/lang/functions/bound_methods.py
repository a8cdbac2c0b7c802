class C:
    def __init__(self, n):
        self.n = n

    def get(self, extra=0):
        return self.n + extra


c = C(5)
get = c.get
print(get(), get(1), get.__self__ is c, get.__func__ is C.get, get.__name__)  # expect: 5 6 True True get
print(C.get(c), C.get(C(7), extra=1))  # expect: 5 8
c.n = 6
print(get())  # expect: 6
print(c.get == c.get, c.get is c.get, c.get == C(6).get, hash(c.get) == hash(c.get))  # expect: True False False True
table = {c.get: 'found'}
print(table[get])  # expect: found
c.get = lambda: 'instance attribute wins'
print(c.get())  # expect: instance attribute wins
upper = 'abc'.upper
print(upper(), list(map(str.upper, 'ab')), [].append.__self__)  # expect: ABC ['A', 'B'] []
try:
    get.x = 1
except AttributeError as error:
    print(error)  # expect: 'method' object has no attribute 'x' and no __dict__ for setting new attributes
