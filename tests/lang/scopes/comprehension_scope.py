x = 'outer'
print([x for x in range(3)], x)  # expect: [0, 1, 2] outer
print({x: y for x, y in [(1, 2)]}, x)  # expect: {1: 2} outer
print([(x, y) for x in range(2) for y in range(x + 1)], x)  # expect: [(0, 0), (1, 0), (1, 1)] outer


def f(n):
    return [[i * j for j in range(n)] for i in range(n)], [lambda: i for i in range(2)][0]()


print(f(3))  # expect: ([[0, 0, 0], [0, 1, 2], [0, 2, 4]], 1)


class C:
    n = 3
    items = [i for i in range(n)]
    try:
        bad = [n for i in range(2)]
    except NameError as error:
        print(error)  # expect: name 'n' is not defined


print(C.items)  # expect: [0, 1, 2]


def g():
    x = 1
    funcs = [lambda: x + y for y in range(3)]
    x = 10
    return [f() for f in funcs]


print(g())  # expect: [12, 12, 12]
print([x for x in [x for x in 'ab']], [a for a in [1, 2] if a > 1 for a in 'xy'])  # expect: ['a', 'b'] ['x', 'y']
