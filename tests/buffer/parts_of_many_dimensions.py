# differs: CPython raises NotImplementedError for parts of views of several dimensions (COMPATIBILITY.md#beyond-cpython)
image = memoryview(bytearray(range(24))).cast('B', [2, 3, 4])
print(image[1].tolist())  # expect: [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]
print(image[1, 2].tolist(), image[1][2][3], image[-1, -1, -1])  # expect: [20, 21, 22, 23] 23 23
print(image[:, 1].tolist())  # expect: [[4, 5, 6, 7], [16, 17, 18, 19]]
print(image[:, ::2, 1:3].tolist())  # expect: [[[1, 2], [9, 10]], [[13, 14], [21, 22]]]
print(image[..., 0].tolist(), image[0, ...].shape)  # expect: [[0, 4, 8], [12, 16, 20]] (3, 4)
print(image[:, 1].shape, image[:, 1].strides, image[:, 1].contiguous)  # expect: (2, 4) (12, 1) False
print([row.tolist() for row in image[0]])  # expect: [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
image[0, 1] = b'wxyz'
image[1, :, 0] = image[0, :, 3]
print(image[0, 1].tobytes(), image[1, :, 0].tolist())  # expect: b'wxyz' [3, 122, 11]
image[:, ::-1] = image
print(image[0].tolist())  # expect: [[8, 9, 10, 11], [119, 120, 121, 122], [0, 1, 2, 3]]
try:
    image[0, 1] = b'toolong'
except ValueError as error:
    print(error)  # expect: memoryview assignment: lvalue and rvalue have different structures
try:
    image[0, 3]
except IndexError as error:
    print(error)  # expect: index out of bounds on dimension 2
