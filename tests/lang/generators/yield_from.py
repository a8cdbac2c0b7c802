def inner():
    x = yield 1
    print('inner got', x)
    try:
        yield 2
    except KeyError:
        yield 'handled'
    return 'inner result'


def outer():
    result = yield from inner()
    print('outer got', result)
    yield from 'ab'
    yield from range(2)
    return (yield from [])


g = outer()
print(next(g))  # expect: 1
print(g.send('hello'))
# expect: inner got hello
# expect: 2
print(g.throw(KeyError))  # expect: handled
print(list(g))
# expect: outer got inner result
# expect: ['a', 'b', 0, 1]


def tree(t):
    if t:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))  # expect: [1, 2, 3, 4]


def chain(*iterables):
    for it in iterables:
        yield from it


print(list(chain([1], (2,), {3}, 'x', {'k': 0})))  # expect: [1, 2, 3, 'x', 'k']


def bad():
    yield from 5


try:
    next(bad())
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
