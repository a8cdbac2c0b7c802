# Reading, assigning and deleting slices of lists, with every kind of step.
def fails(f):
    try:
        print('no error:', f())
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[-3:], a[:-7])  # expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [7, 8, 9] [0, 1, 2]
print(a[::2], a[1::3], a[::-1], a[8:2:-2], a[5:5], a[100:], a[-100:2])  # expect: [0, 2, 4, 6, 8] [1, 4, 7] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [] [] [0, 1]
print(a[2**70:], a[:-2**70], a[::2**70], a[::-2**70])  # expect: [] [] [0] [9]
a[2:4] = ['x', 'y', 'z']
print(a)  # expect: [0, 1, 'x', 'y', 'z', 4, 5, 6, 7, 8, 9]
a[0:0] = (1, 2)
print(a)  # expect: [1, 2, 0, 1, 'x', 'y', 'z', 4, 5, 6, 7, 8, 9]
a[5:] = []
print(a)  # expect: [1, 2, 0, 1, 'x']
a[1:3] = iter('abc')
print(a)  # expect: [1, 'a', 'b', 'c', 1, 'x']
a[::2] = range(3)
print(a)  # expect: [0, 'a', 1, 'c', 2, 'x']
a[::-1] = range(6)
print(a)  # expect: [5, 4, 3, 2, 1, 0]
a[:] = a
print(a)  # expect: [5, 4, 3, 2, 1, 0]
a[2:2] = a
print(a)  # expect: [5, 4, 5, 4, 3, 2, 1, 0, 3, 2, 1, 0]
del a[1::2]
print(a)  # expect: [5, 5, 3, 1, 3, 1]
del a[::-2]
print(a)  # expect: [5, 3, 3]
del a[0:2]
print(a)  # expect: [3]
del a[:]
print(a)  # expect: []
b = list(range(6))
b[3:1] = ['in']
print(b)  # expect: [0, 1, 2, 'in', 3, 4, 5]
fails(lambda: b.__setitem__(slice(None, None, 2), [1]))
# expect: ValueError: attempt to assign sequence of size 1 to extended slice of size 4
fails(lambda: b.__setitem__(slice(0, 1), 5))
# expect: TypeError: must assign iterable to extended slice
fails(lambda: b.__setitem__(slice(None, None, 2), 5))
# expect: TypeError: must assign iterable to extended slice
fails(lambda: b[::0])
# expect: ValueError: slice step cannot be zero
fails(lambda: b['a':])
# expect: TypeError: slice indices must be integers or None or have an __index__ method
fails(lambda: b['a'])
# expect: TypeError: list indices must be integers or slices, not str
fails(lambda: b[9])
# expect: IndexError: list index out of range
fails(lambda: b[2**100])
# expect: IndexError: cannot fit 'int' into an index-sized integer
fails(lambda: b.__setitem__(9, 0))
# expect: IndexError: list assignment index out of range
fails(lambda: b.__delitem__(-9))
# expect: IndexError: list assignment index out of range
fails(lambda: b.__delitem__('x'))
# expect: TypeError: list indices must be integers or slices, not str

class Index:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print(b[Index(1):Index(3)], b[Index(-1)], b[True])  # expect: [1, 2] 5 1

class Shrinks:
    def __index__(self):
        c.clear()
        return 0
c = list(range(50))
print(c[Shrinks():30])  # expect: []
c = list(range(50))
c[Shrinks():30] = [7]
print(c)  # expect: [7]
c = list(range(50))
del c[Shrinks():30]
print(c)  # expect: []
