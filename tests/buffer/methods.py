view = memoryview(bytearray(b'hello world'))
print(view.tobytes(), view.tolist()[:3], view.hex(), view.hex(':'), view.hex('-', 4), view.hex('-', -4), list(view)[:2], list(reversed(view))[:2], 104 in view, 5 in view, len(view), bool(view), bool(view[:0]))  # expect: b'hello world' [104, 101, 108] 68656c6c6f20776f726c64 68:65:6c:6c:6f:20:77:6f:72:6c:64 68656c-6c6f2077-6f726c64 68656c6c-6f20776f-726c64 [104, 101] [100, 108] True False 11 True False
print(view.toreadonly().readonly, bytes(view.toreadonly()[:2]), view.obj, view[::-1].tobytes(), bytes(view[::2]), bytearray(view[1:3]), b'x' + view[:2], b'-'.join([view[:1], view[1:2]]))  # expect: True b'he' bytearray(b'hello world') b'dlrow olleh' b'hlowrd' bytearray(b'el') b'xhe' b'h-e'
with view as v:
    print(v is view, v[0])  # expect: True 104
try:
    view.tolist()
except ValueError as error:
    print(error)  # expect: operation forbidden on released memoryview object
nd = memoryview(bytes(range(6))).cast('B', [2, 3])
print(nd.tolist(), nd.tobytes('C'), nd.tobytes('F'), nd.tobytes(None), nd.tobytes('A'), nd.hex())  # expect: [[0, 1, 2], [3, 4, 5]] b'\x00\x01\x02\x03\x04\x05' b'\x00\x03\x01\x04\x02\x05' b'\x00\x01\x02\x03\x04\x05' b'\x00\x01\x02\x03\x04\x05' 000102030405
for action in (lambda: nd[0, 3], lambda: nd[2, 0], lambda: nd.tobytes('X'), lambda: nd[0, 0, 0], lambda: nd['a', 0], lambda: memoryview(), lambda: memoryview(b'', 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
# expect: IndexError index out of bounds on dimension 2
# expect: IndexError index out of bounds on dimension 1
# expect: ValueError order must be 'C', 'F' or 'A'
# expect: TypeError cannot index 2-dimension view with 3-element tuple
# expect: TypeError memoryview: invalid slice key
# expect: TypeError memoryview() missing required argument 'object' (pos 1)
# expect: TypeError memoryview() takes at most 1 argument (2 given)
zero = memoryview(b'x').cast('B', [])
print(zero.ndim, zero.shape, zero[()], zero.tolist(), zero.nbytes)  # expect: 0 () 120 120 1
try:
    len(zero)
except TypeError as error:
    print(error)  # expect: 0-dim memory has no length
