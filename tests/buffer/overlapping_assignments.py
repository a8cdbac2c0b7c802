# A slice assigned from memory that it overlaps reads everything before it writes.
def shifted(size, make):
    data = bytearray(range(size))
    make(memoryview(data))
    return list(data)


def forward(view):
    view[2:] = view[:-2]


def backward(view):
    view[:-2] = view[2:]


def reversed_in_place(view):
    view[:] = view[::-1]


def interleaved(view):
    view[::2] = view[1::2]


def strided_to_dense(view):
    view[:5] = view[::2]


def dense_to_strided(view):
    view[1::2] = view[:5]


def words(view):
    items = view[:8].cast('H')
    items[1:] = items[:-1]


def nothing(view):
    view[3:3] = view[5:5]
    view[::-1][:0] = b''


for make in (forward, backward, reversed_in_place, interleaved, strided_to_dense, dense_to_strided, words, nothing):
    print(make.__name__, shifted(10, make))
# expect: forward [0, 1, 0, 1, 2, 3, 4, 5, 6, 7]
# expect: backward [2, 3, 4, 5, 6, 7, 8, 9, 8, 9]
# expect: reversed_in_place [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
# expect: interleaved [1, 1, 3, 3, 5, 5, 7, 7, 9, 9]
# expect: strided_to_dense [0, 2, 4, 6, 8, 5, 6, 7, 8, 9]
# expect: dense_to_strided [0, 0, 2, 1, 4, 2, 6, 3, 8, 4]
# expect: words [0, 1, 0, 1, 2, 3, 4, 5, 8, 9]
# expect: nothing [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
data = bytearray(b'abcdef')
view = memoryview(data)
view[1:4] = data[3:6]
view[0:2] = memoryview(data)[4:6]
print(data)  # expect: bytearray(b'efefef')
