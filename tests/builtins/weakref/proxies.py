# Proxies: operators in place give what the target's give; iteration, bytes() and reversed() go to the target.
import weakref


class Number:
    def __init__(self, value):
        self.value = value

    def __iadd__(self, other):
        self.value += other
        return self

    def __sub__(self, other):
        return 'plain', other


for name in 'isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ixor ior'.split():
    setattr(Number, f'__{name}__', lambda self, other, name=name: (name, other))
number = Number(1)
proxy = weakref.proxy(number)
proxy += 5
print(proxy is number, number.value)
for operator in '-= *= @= /= //= %= **= <<= >>= &= ^= |='.split():
    proxy = weakref.proxy(number)
    exec(f'proxy {operator} 2')
    print(operator, proxy)
items = set([1, 2])
proxy = weakref.proxy(items)
proxy |= {3}
print(proxy is items, items)
del Number.__isub__
proxy = weakref.proxy(number)
proxy -= 3
print(proxy)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(repr(error))


class Iterator:
    def __init__(self):
        self.left = [3, 2]

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        return self.left.pop()

    def __reversed__(self):
        return iter('rev')

    def __bytes__(self):
        return b'bytes'


iterator = Iterator()
proxy = weakref.proxy(iterator)
print(next(proxy), list(proxy), bytes(proxy), list(reversed(proxy)))
attempt(lambda: next(proxy))


class Plain:
    pass


plain = Plain()
proxy = weakref.proxy(plain)
for action in lambda: next(proxy), lambda: bytes(proxy), lambda: reversed(proxy), lambda: iter(proxy), lambda: proxy.__iadd__:
    attempt(action)
del plain
attempt(lambda: next(proxy))
try:
    proxy += 1
except ReferenceError as error:
    print(error)
