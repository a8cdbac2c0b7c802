# differs: CPython 3.13 writes behind the end of the memory here (COMPATIBILITY.md#memory-safety)
from array import array


class Clearing:
    def __index__(self):
        a.clear()
        return 1


a = array('i', [1, 2, 3])
try:
    a[2] = Clearing()
except IndexError as error:
    print(error, a)  # expect: array assignment index out of range array('i')
