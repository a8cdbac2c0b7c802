# differs: CPython has no built-in numpy (COMPATIBILITY.md#numpy-is-built-in)
import numpy as np
a = np.array([1, 2, 3], dtype=np.uint8)
print(a, repr(a), a.dtype, repr(a.dtype), a.shape, a.strides, a.itemsize, a.nbytes, a.size, a.ndim)  # expect: [1 2 3] array([1, 2, 3], dtype=uint8) uint8 dtype('uint8') (3,) (1,) 1 3 3 1
print(repr(np.array([[1, 2], [3, 4]])))
# expect: array([[1, 2],
# expect:        [3, 4]])
print(repr(np.array([1.0, 2.5, -3.25])))  # expect: array([ 1.  ,  2.5 , -3.25])
print(repr(np.array([True, False])), np.array([1, 2.5]).dtype, np.array([True, 2]).dtype, np.array([2 ** 63]).dtype)  # expect: array([ True, False]) float64 int64 uint64
print(np.zeros(3), np.ones((2, 2), dtype=int), np.full(2, 7), np.empty(0))
# expect: [0. 0. 0.] [[1 1]
# expect:  [1 1]] [7 7] []
print(np.arange(5), np.arange(1, 10, 3), np.arange(5, 0, -2), np.arange(0, 1, 0.25), np.arange(3, dtype='f4').dtype)  # expect: [0 1 2 3 4] [1 4 7] [5 3 1] [0.   0.25 0.5  0.75] float32
print(np.array(memoryview(b'abc')), np.array(bytearray(b'ab')).dtype, np.array(5).shape, np.array([[1, 2], [3, 4]]).T.tolist())  # expect: [97 98 99] uint8 () [[1, 3], [2, 4]]
for name in ('bool', 'int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'int64', 'uint64', 'float32', 'float64'):
    kind = np.dtype(name)
    assert np.zeros(2, dtype=name).dtype == kind == getattr(np, name) and kind.itemsize == np.zeros(2, kind).itemsize, name
    assert memoryview(np.zeros(2, kind)).itemsize == kind.itemsize
print([memoryview(np.zeros(1, t)).format for t in ('bool', 'i1', 'u1', 'i2', 'u2', 'i4', 'u4', 'i8', 'u8', 'f4', 'f8')])  # expect: ['?', 'b', 'B', 'h', 'H', 'i', 'I', 'l', 'L', 'f', 'd']


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(attempt(lambda: np.array([300], dtype=np.uint8)))  # expect: OverflowError: Python integer 300 out of bounds for uint8
print(attempt(lambda: np.array([1, [2]])))  # expect: ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
print(attempt(lambda: np.zeros(-1)))  # expect: ValueError: negative dimensions are not allowed
print(attempt(lambda: np.zeros((2 ** 40, 2 ** 40))))  # expect: ValueError: array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.
print(attempt(lambda: np.dtype('nonsense')))  # expect: TypeError: data type 'nonsense' not understood
print(attempt(lambda: np.array([float('nan')], dtype=int)))  # expect: ValueError: cannot convert float NaN to integer
shared = bytearray(b'\1\0\2\0')
view = np.frombuffer(shared, dtype=np.int16)
view[0] = 9
print(view, shared, attempt(lambda: shared.append(1)))  # expect: [9 2] bytearray(b'\t\x00\x02\x00') BufferError: Existing exports of data: object cannot be re-sized
del view
shared.append(1)
print(attempt(lambda: np.frombuffer(b'abc', dtype=np.uint8).fill(0)))  # expect: ValueError: assignment destination is read-only
