class Money:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        return f'<{self.n}:{spec}>'

    def __repr__(self):
        return 'repr'

    def __str__(self):
        return 'str'


m = Money(5)
print(f'{m} {m:abc} {m!r} {m!s} {m!r:>6}', format(m), format(m, 'x'), '{:y}'.format(m), f'{m:{m}}', f'{m=}', f'{m=:z}')  # expect: <5:> <5:abc> repr str   repr <5:> <5:x> <5:y> <5:<5:>> m=repr m=<5:z>


class Plain:
    def __str__(self):
        return 'plain'


print(f'{Plain()}', format(Plain()))  # expect: plain plain
try:
    f'{Plain():5}'
except TypeError as error:
    print(error)  # expect: unsupported format string passed to Plain.__format__


class Wrong:
    def __format__(self, spec):
        return 5

    def __str__(self):
        return 5

    def __repr__(self):
        return b''


for action in (lambda: f'{Wrong()}', lambda: str(Wrong()), lambda: repr(Wrong()), lambda: f'{Wrong()!s}'):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: __format__ must return a str, not int
# expect: __str__ returned non-string (type int)
# expect: __repr__ returned non-string (type bytes)
# expect: __str__ returned non-string (type int)
