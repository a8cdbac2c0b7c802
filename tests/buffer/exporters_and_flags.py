for exporter in (b'abc', bytearray(b'abc'), memoryview(b'abc'), memoryview(bytearray(b'abc'))[::-1]):
    view = memoryview(exporter)
    print(view.format, view.itemsize, view.ndim, view.shape, view.strides, view.suboffsets, view.nbytes, view.readonly, view.contiguous, view.c_contiguous, view.f_contiguous, type(view.obj).__name__, bytes(view))
# expect: B 1 1 (3,) (1,) () 3 True True True True bytes b'abc'
# expect: B 1 1 (3,) (1,) () 3 False True True True bytearray b'abc'
# expect: B 1 1 (3,) (1,) () 3 True True True True bytes b'abc'
# expect: B 1 1 (3,) (-1,) () 3 False False False False bytearray b'cba'
view = memoryview(bytearray(12)).cast('B', (3, 4))
print(view.shape, view.strides, view.ndim, view.nbytes, len(view), view.c_contiguous, view.f_contiguous)  # expect: (3, 4) (4, 1) 2 12 3 True False
print(view[1, 2], view.tolist())  # expect: 0 [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
view[1, 2] = 7
print(view.obj, view.tobytes())  # expect: bytearray(b'\x00\x00\x00\x00\x00\x00\x07\x00\x00\x00\x00\x00') b'\x00\x00\x00\x00\x00\x00\x07\x00\x00\x00\x00\x00'
