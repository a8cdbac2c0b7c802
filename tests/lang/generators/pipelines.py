def integers():
    n = 1
    while True:
        yield n
        n += 1


def take(n, source):
    for _, x in zip(range(n), source):
        yield x


def squares(source):
    return (x * x for x in source)


def pairwise(source):
    it = iter(source)
    previous = next(it)
    for x in it:
        yield previous, x
        previous = x


print(list(take(5, squares(integers()))))  # expect: [1, 4, 9, 16, 25]
print(list(pairwise('abcd')))  # expect: [('a', 'b'), ('b', 'c'), ('c', 'd')]


def sieve():
    numbers = iter(range(2, 60))
    while True:
        p = next(numbers, None)
        if p is None:
            return
        yield p
        numbers = filter(lambda x, p=p: x % p, numbers)


print(list(sieve()))  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59]


def permutations(items):
    if not items:
        yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [x, *rest]


print([''.join(p) for p in permutations('abc')])  # expect: ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']
