try:
    [1 // x for x in (1, 0)]
except ZeroDivisionError as error:
    print(error)  # expect: integer division or modulo by zero
try:
    [a + b for a, b in [(1, 2), (3,)]]
except ValueError as error:
    print(error)  # expect: not enough values to unpack (expected 2, got 1)
try:
    [x for x in None]
except TypeError as error:
    print(error)  # expect: 'NoneType' object is not iterable


def f():
    return [y for x in range(3) if (y := x * 2)], y


print(f())  # expect: ([2, 4], 4)
try:
    [z for z in range(3)] and z
except NameError as error:
    print(error)  # expect: name 'z' is not defined


class Meta(type):
    def __iter__(cls):
        return iter('meta')


class C(metaclass=Meta):
    pass


print([c for c in C])  # expect: ['m', 'e', 't', 'a']
