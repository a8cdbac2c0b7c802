import sys


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as error:
    print(type(error).__name__, error)  # expect: RecursionError maximum recursion depth exceeded


class Endless:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __getattr__(self, name):
        return getattr(self, name + 'x')


for action in (lambda: repr(Endless()), lambda: Endless() == 1, lambda: Endless().a):
    try:
        action()
    except RecursionError as error:
        print(type(error).__name__)
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
old = sys.getrecursionlimit()
sys.setrecursionlimit(200)
depth = 0


def count():
    global depth
    depth += 1
    count()


try:
    count()
except RecursionError:
    print(150 < depth < 220)  # expect: True
sys.setrecursionlimit(old)
print(old)  # expect: 1000
