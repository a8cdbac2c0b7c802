a = [1, 2]
b = (3,)
print([*a, *b], (*a, *b), {*a, *b} == {1, 2, 3}, {**{'x': 1}, **{'x': 2, 'y': 3}}, [*a, 0, *a], *a)  # expect: [1, 2, 3] (1, 2, 3) True {'x': 2, 'y': 3} [1, 2, 0, 1, 2] 1 2
t = *a, *b
print(t)  # expect: (1, 2, 3)
for x in *a, *b:
    print(x)
# expect: 1
# expect: 2
# expect: 3


def f():
    return *a, 4


def g():
    yield *b, 5


print(f(), next(g()), [*'ab', *range(2), *{}, *(x for x in [9])])  # expect: (1, 2, 4) (3, 5) ['a', 'b', 0, 1, 9]
x = {'k': [*a], **{}}
print(x)  # expect: {'k': [1, 2]}
print(*[], *'', sep='-', end='|\n')  # expect: |
for bad in ('[*5]', '(*None,)', '{*1}', '{**[]}', '{**5}', '[*a, *1.5]'):
    try:
        eval(bad)
    except TypeError as error:
        print(bad, error)
# expect: [*5] Value after * must be an iterable, not int
# expect: (*None,) Value after * must be an iterable, not NoneType
# expect: {*1} 'int' object is not iterable
# expect: {**[]} 'list' object is not a mapping
# expect: {**5} 'int' object is not a mapping
# expect: [*a, *1.5] Value after * must be an iterable, not float
