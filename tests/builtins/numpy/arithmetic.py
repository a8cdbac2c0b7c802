# differs: CPython has no built-in numpy (COMPATIBILITY.md#numpy-is-built-in)
import numpy as np
a = np.array([1, 2, 3])
b = np.array([10, 20, 30])
print(a + b, b - a, a * b, b / a, b // 7, b % 7, a ** 2, -a, abs(-a), 10 - a, 2 * a, 1 / np.array([1, 2]))  # expect: [11 22 33] [ 9 18 27] [10 40 90] [10. 10. 10.] [1 2 4] [3 6 2] [1 4 9] [-1 -2 -3] [1 2 3] [9 8 7] [2 4 6] [1.  0.5]
print(a < 2, a == [1, 5, 3], a != b, (a > 1) & (a < 3), ~(a > 1), a & 1, a | 8, a ^ 1, a << 2)  # expect: [ True False False] [ True False  True] [ True  True  True] [False  True False] [ True False False] [1 0 1] [ 9 10 11] [0 3 2] [ 4  8 12]
u = np.array([250, 5], dtype=np.uint8)
print(u + u, (u + u).dtype, (u + 1).dtype, (u + 1.5).dtype, (u + np.array([1], dtype=np.int8)).dtype, (u * True).dtype)  # expect: [244  10] uint8 uint8 float64 int16 uint8
print((np.zeros(1, 'f4') + 1.5).dtype, (np.zeros(1, 'u8') + np.zeros(1, 'i8')).dtype, (np.zeros(1, 'i4') + np.zeros(1, 'f4')).dtype, (np.zeros(1, bool) + 1).dtype)  # expect: float32 float64 float64 int64
m = np.arange(6).reshape(2, 3)
print(m + np.array([10, 20, 30]))
# expect: [[10 21 32]
# expect:  [13 24 35]]
print(m * np.array([[1], [2]]))
# expect: [[ 0  1  2]
# expect:  [ 6  8 10]]
print(m.sum(), m.sum(axis=0), m.sum(1), m.min(), m.max(axis=1), m.mean(), m.prod(), m.any(), m.all(), np.sum([1, 2]))  # expect: 15 [3 5 7] [ 3 12] 0 [2 5] 2.5 0 True False 3
m += 1
m[0] *= 10
print(m.tolist())  # expect: [[10, 20, 30], [4, 5, 6]]
print(np.array([1, -7, 7]) // np.array([0, 2, -2]), np.array([1, -7, 7]) % np.array([0, 2, -2]), np.array([-128], 'i1') // -1)  # expect: [ 0 -4 -4] [ 0  1 -1] [-128]
print(np.array([1.5, -7.5]) // 2, np.array([1.0, -1.0, 0.0]) / 0)  # expect: [ 0. -4.] [ inf -inf  nan]


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(attempt(lambda: a + np.array([1, 2])))  # expect: ValueError: operands could not be broadcast together with shapes (3,) (2,) 
print(attempt(lambda: u + 300))  # expect: OverflowError: Python integer 300 out of bounds for uint8
print(attempt(lambda: bool(a)))  # expect: ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()
print(attempt(lambda: a ** -1))  # expect: ValueError: Integers to negative integer powers are not allowed.
print(attempt(lambda: a.__iadd__(1.5)))  # expect: TypeError: Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with casting rule 'same_kind'
print(attempt(lambda: np.zeros(0).max()))  # expect: ValueError: zero-size array to reduction operation maximum which has no identity
print(int(np.array([7])), float(np.array(2.5)), 3 in a, 9 in a, a.astype('f4').tolist(), a.astype(np.uint8).tobytes(), u.astype(bool))  # expect: 7 2.5 True False [1.0, 2.0, 3.0] b'\x01\x02\x03' [ True  True]
