def make_adders():
    return [lambda x: x + i for i in range(3)], [lambda x, i=i: x + i for i in range(3)]


late, early = make_adders()
print([f(10) for f in late], [f(10) for f in early])  # expect: [12, 12, 12] [10, 11, 12]


def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def get():
        return n

    return up, get


up, get = counter()
up()
up()
print(get(), up.__closure__ == get.__closure__, up.__code__.co_freevars, [c.cell_contents for c in up.__closure__])  # expect: 2 True ('n',) [2]
up2, get2 = counter()
up2()
print(get(), get2())  # expect: 2 1


def deep(a):
    def b(c):
        def d(e):
            return a, c, e
        return d
    return b


print(deep(1)(2)(3))  # expect: (1, 2, 3)
