# differs: CPython has no built-in numpy (COMPATIBILITY.md#numpy-is-built-in)
import numpy as np
print(np.arange(20))  # expect: [ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19]
print(np.arange(40))
# expect: [ 0  1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
# expect:  24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39]
print(repr(np.arange(2000)))  # expect: array([   0,    1,    2, ..., 1997, 1998, 1999])
print(repr(np.zeros((2, 2, 2), dtype=np.int16)))
# expect: array([[[0, 0],
# expect:         [0, 0]],
# expect:
# expect:        [[0, 0],
# expect:         [0, 0]]], dtype=int16)
print(np.array([0.1, 1 / 3, 100]), np.array([1e10, 1]), np.array([1e-5, 1]), np.array([1.5, float('nan'), float('inf')]))  # expect: [  0.1          0.33333333 100.        ] [1.e+10 1.e+00] [1.e-05 1.e+00] [1.5 nan inf]
print(repr(np.array([], dtype=np.uint8)), repr(np.zeros((0, 3))), repr(np.array(5)), np.array(2.5), repr(np.array([0.1], dtype='f4')))  # expect: array([], dtype=uint8) array([], shape=(0, 3), dtype=float64) array(5) 2.5 array([0.1], dtype=float32)
