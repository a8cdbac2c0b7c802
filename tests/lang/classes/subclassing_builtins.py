class MyList(list):
    def append(self, x):
        super().append(x * 2)

    def __getitem__(self, i):
        return f'item {super().__getitem__(i)}'


m = MyList([1])
m.append(2)
print(m, m[0], len(m), m == [1, 4], type(m[:1]).__name__, type(m + []).__name__, isinstance(m, list), [*m])  # expect: [1, 4] item 1 2 True str list True [1, 4]


class Counter(dict):
    def __missing__(self, key):
        return 0


c = Counter(a=1)
c['b'] += 5
print(c, c['zzz'], c.get('zzz'), 'zzz' in c)  # expect: {'a': 1, 'b': 5} 0 None False


class S(str):
    def upper(self):
        return 'UPPER ' + super().upper()


s = S('abc')
print(s, s.upper(), s + 'd', type(s + 'd').__name__, len(s), s == 'abc', {s: 1}['abc'], s.__class__.__name__)  # expect: abc UPPER ABC abcd str 3 True 1 S


class I(int):
    def __add__(self, other):
        return I(int(self) + other + 100)


i = I(5)
print(i + 1, 1 + i, i * 2, i == 5, hash(i) == hash(5), [10, 20, 30, 40, 50, 60][i], f'{i:03}')  # expect: 106 6 10 True True 60 005


class T(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    @property
    def first(self):
        return self[0]


t = T(1, 2)
print(t, t.first, t == (1, 2), t + (3,), type(t[:]).__name__)  # expect: (1, 2) 1 True (1, 2, 3) tuple


class E(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code


try:
    raise E(7)
except E as error:
    print(error, error.code, error.args)  # expect: code 7 7 ('code 7',)
