# Defaults, keywords, * and **: the ways to bind an argument.


def plain(a, b, c):
    return a + b * c


def defaults(a, b=2, c=3):
    return a + b * c


def keyword_only(a, *, scale=1, offset=0):
    return a * scale + offset


def gather(*args, **kwargs):
    return len(args) + len(kwargs)


def run(n):
    total = 0
    pair = (4, 5)
    options = {'scale': 3, 'offset': 1}
    for i in range(n):
        total += plain(i, 2, 3)
        total += defaults(i)
        total += defaults(i, c=7)
        total += plain(c=1, b=2, a=i)
        total += keyword_only(i, scale=2, offset=5)
        total += gather(i, i, key=i)
        total += plain(i, *pair)
        total += keyword_only(i, **options)
    return total


print(run(700_000))
