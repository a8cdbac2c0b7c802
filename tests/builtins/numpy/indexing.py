# differs: CPython has no built-in numpy (COMPATIBILITY.md#numpy-is-built-in)
import numpy as np
a = np.arange(12).reshape(3, 4)
print(a[1, 2], a[-1, -1], a[1], a[:, 1], a[::2, ::-1].tolist())  # expect: 6 11 [4 5 6 7] [1 5 9] [[3, 2, 1, 0], [11, 10, 9, 8]]
print(a[..., 0], a[None].shape, a[:, None].shape, a[1:, 1:3].strides)  # expect: [0 4 8] (1, 3, 4) (3, 1, 4) (32, 8)
row = a[1]
row[0] = 99
print(a[1, 0], row.base is a[0].base, a.T.strides)  # expect: 99 True (8, 32)
a[0] = 5
a[1:, 2] = [70, 80]
a[:, 3] = a[:, 0]
print(a)
# expect: [[ 5  5  5  5]
# expect:  [99  5 70 99]
# expect:  [ 8  9 80  8]]
print(a[a > 50], a[[0, 2]].tolist(), a[np.array([2, -1]), ].shape if False else '')  # expect: [99 70 99 80] [[5, 5, 5, 5], [8, 9, 80, 8]]
a[a > 50] = 0
print(a.tolist())  # expect: [[5, 5, 5, 5], [0, 5, 0, 0], [8, 9, 0, 8]]
b = np.arange(6)
b[1:] = b[:-1]
print(b)  # expect: [0 0 1 2 3 4]
b[::-1] = b
print(b)  # expect: [4 3 2 1 0 0]


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(attempt(lambda: b[6]))  # expect: IndexError: index 6 is out of bounds for axis 0 with size 6
print(attempt(lambda: a[0, 9]))  # expect: IndexError: index 9 is out of bounds for axis 1 with size 4
print(attempt(lambda: a[0, 0, 0]))  # expect: IndexError: too many indices for array: array is 2-dimensional, but 3 were indexed
print(attempt(lambda: b['x']))  # expect: IndexError: only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices
print(attempt(lambda: b.__setitem__(slice(0, 3), [1, 2])))  # expect: ValueError: could not broadcast input array from shape (2,) into shape (3,)
print(attempt(lambda: b.reshape(4, 2)))  # expect: ValueError: cannot reshape array of size 6 into shape (4,2)
print(b.reshape(2, -1).shape, b.reshape((3, 2)).T.flatten(), a.transpose().tobytes() == a.T.copy().tobytes())  # expect: (2, 3) [4 2 0 3 1 0] True
view = memoryview(a[:, ::2])
print(view.shape, view.strides, view.tolist(), view.format)  # expect: (3, 2) (32, 16) [[5, 5], [0, 0], [8, 0]] l
view = memoryview(b)
view[0] = -7
print(b[0], list(b), len(a), [int(row.sum()) for row in a])  # expect: -7 [-7, 3, 2, 1, 0, 0] 3 [20, 5, 25]
