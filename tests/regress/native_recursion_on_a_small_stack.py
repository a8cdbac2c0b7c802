# What nests natives stops before the C stack ends, whatever the limit on frames says.
import sys


class Nested:
    def __add__(self, other):
        return self + other


sys.setrecursionlimit(100000)
try:
    Nested() + 1
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded…
