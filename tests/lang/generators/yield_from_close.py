def inner():
    try:
        yield 1
    finally:
        print('inner closed')


def outer():
    try:
        yield from inner()
    finally:
        print('outer closed')


g = outer()
next(g)
g.close()
# expect: inner closed
# expect: outer closed
g = outer()
next(g)
try:
    g.throw(ValueError('through'))
except ValueError as error:
    print(error)
# expect: inner closed
# expect: outer closed
# expect: through


class Custom:
    def __iter__(self):
        return self

    def __next__(self):
        return 'item'

    def send(self, value):
        return f'sent {value}'

    def throw(self, error):
        return f'thrown {error!r}'

    def close(self):
        print('custom close')


def delegate():
    yield from Custom()


d = delegate()
print(next(d), d.send(5), d.throw(ValueError('v')))  # expect: item sent 5 thrown ValueError('v')
d.close()
# expect: custom close


def plain():
    yield from iter([1, 2])


p = plain()
next(p)
try:
    p.send('x')
except AttributeError as error:
    print(error)  # expect: 'list_iterator' object has no attribute 'send'
