view = memoryview(bytearray(range(10)))
print(view[2:5].tolist(), view[::-1].tolist(), view[8:2:-2].tolist(), view[-3:].tolist(), view[5:2].tolist(), len(view[20:]))  # expect: [2, 3, 4] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [7, 8, 9] [] 0
part = view[::3]
print(part.tolist(), part.strides, part[1], part[-1], part[::-1].tolist(), part[1:3].tolist(), part.tobytes(), part.contiguous)  # expect: [0, 3, 6, 9] (3,) 3 9 [9, 6, 3, 0] [3, 6] b'\x00\x03\x06\t' False
view[::2] = b'\xff' * 5
print(view.tolist())  # expect: [255, 1, 255, 3, 255, 5, 255, 7, 255, 9]
for action in (lambda: view[10], lambda: view[-11], lambda: view['a'], lambda: view[::0], lambda: view[1, 2], lambda: view.__setitem__(slice(0, 2), b'abc'), lambda: view.__setitem__(0, 256),
               lambda: view.__setitem__(0, 'a'), lambda: view.__setitem__(0, -1), lambda: view.__setitem__(0, 1.5), lambda: view.__delitem__(0), lambda: part.cast('H')):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
# expect: IndexError index out of bounds on dimension 1
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError memoryview: invalid slice key
# expect: ValueError slice step cannot be zero
# expect: TypeError cannot index 1-dimension view with 2-element tuple
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: ValueError memoryview: invalid value for format 'B'
# expect: TypeError memoryview: invalid type for format 'B'
# expect: ValueError memoryview: invalid value for format 'B'
# expect: TypeError memoryview: invalid type for format 'B'
# expect: TypeError cannot delete memory
# expect: TypeError memoryview: casts are restricted to C-contiguous views
