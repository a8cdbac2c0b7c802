def f(x, items=[]):
    items.append(x)
    return items


print(f(1), f(2), f(3, []), f.__defaults__)  # expect: [1, 2] [1, 2] [3] ([1, 2],)
n = 1


def g(a=n):
    return a


n = 2
print(g(), n)  # expect: 1 2


def h(a, b=lambda: 'late', *, c=len('abc')):
    return a, b(), c


print(h(0), h.__kwdefaults__)  # expect: (0, 'late', 3) {'c': 3}
h.__kwdefaults__['c'] = 'changed'
print(h(0))  # expect: (0, 'late', 'changed')
g.__defaults__ = (99,)
print(g())  # expect: 99
