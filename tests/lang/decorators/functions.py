def trace(f):
    def wrapper(*args):
        print('call', f.__name__, args)
        return f(*args)
    return wrapper


@trace
def add(a, b):
    return a + b


print(add(1, 2), add.__name__)
# expect: call add (1, 2)
# expect: 3 wrapper


def repeat(n):
    print('make', n)

    def decorate(f):
        print('decorate', n)
        return lambda: [f() for _ in range(n)]
    return decorate


@repeat(2)
@repeat(3)
def hi():
    return 'hi'
# expect: make 2
# expect: make 3
# expect: decorate 3
# expect: decorate 2


print(hi())  # expect: [['hi', 'hi', 'hi'], ['hi', 'hi', 'hi']]


@lambda f: 'replaced'
def gone():
    pass


print(gone)  # expect: replaced
registry = {}


@registry.setdefault.__call__.__self__.__get__ if False else (lambda f: registry.setdefault(f.__name__, f))
def registered(): return 'r'


print(registry['registered']())  # expect: r
