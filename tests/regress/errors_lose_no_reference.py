# Where an argument fails, what was made of the others before is given back.
import struct
import sys
import weakref


class Number:
    def __add__(self, other):
        return 1

    def __iadd__(self, other):
        return 1

    def __lt__(self, other):
        return True

    def __pow__(self, other, modulus=None):
        return 1


live, other = Number(), Number()
proxy, dead = weakref.proxy(live), weakref.proxy(other)
del other


def add_in_place():
    left = dead
    left += proxy


def more(action, of, error):
    """How many references are left of a hundred failures."""
    before = sys.getrefcount(of)
    for _ in range(100):
        try:
            action()
        except error:
            pass
    return sys.getrefcount(of) - before


print(more(lambda: dead + proxy, live, ReferenceError))  # expect: 0
print(more(lambda: dead < proxy, live, ReferenceError))  # expect: 0
print(more(lambda: pow(dead, proxy), live, ReferenceError))  # expect: 0
print(more(add_in_place, live, ReferenceError))  # expect: 0
text = "no" + str(len(sys.argv)) + "such"
print(more(lambda: struct.calcsize(text), text, struct.error))  # expect: 0
