# differs: order= and strides= are minipy's (COMPATIBILITY.md#beyond-cpython)
data = bytearray(range(12))
view = memoryview(data)
columns = view.cast('B', [3, 4], order='F')
print(columns.strides, columns.f_contiguous, columns.c_contiguous)  # expect: (1, 3) True False
print(columns.tolist())  # expect: [[0, 3, 6, 9], [1, 4, 7, 10], [2, 5, 8, 11]]
print(columns.tobytes('A') == bytes(data), columns.tobytes() == bytes(data))  # expect: True False
windows = view.cast('B', [5, 4], strides=[2, 1])
print(windows.tolist()[1:3])  # expect: [[2, 3, 4, 5], [4, 5, 6, 7]]
print(view.cast('H', shape=[2, 2], strides=(6, 4)).tolist() == [[0x0100, 0x0504], [0x0706, 0x0b0a]])  # expect: True


def refused(**options):
    try:
        view.cast('B', **options)
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


print(refused(shape=[3, 4], strides=[4, 2]))  # expect: ValueError: memoryview.cast(): strides reach beyond the memory
print(refused(shape=[3], strides=[-1]))  # expect: ValueError: memoryview.cast(): strides reach beyond the memory
print(refused(shape=[2 ** 40], strides=[2 ** 40]))  # expect: ValueError: memoryview.cast(): strides reach beyond the memory
print(refused(shape=[3, 4], strides=[1]))  # expect: ValueError: memoryview.cast(): strides and shape must have the same length
print(refused(strides=[1]))  # expect: TypeError: memoryview.cast(): strides need a shape
print(refused(shape=[12], order='X'))  # expect: ValueError: order must be 'C' or 'F'
