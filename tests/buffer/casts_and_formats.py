import struct
data = bytearray(range(16))
view = memoryview(data)
for code in 'bBhHiIlLqQnNfd?cP':
    cast = view.cast(code)
    print(code, cast.itemsize, len(cast), cast.format, cast.readonly, cast[0])
# expect: b 1 16 b False 0
# expect: B 1 16 B False 0
# expect: h 2 8 h False 256
# expect: H 2 8 H False 256
# expect: i 4 4 i False 50462976
# expect: I 4 4 I False 50462976
# expect: l 8 2 l False 506097522914230528
# expect: L 8 2 L False 506097522914230528
# expect: q 8 2 q False 506097522914230528
# expect: Q 8 2 Q False 506097522914230528
# expect: n 8 2 n False 506097522914230528
# expect: N 8 2 N False 506097522914230528
# expect: f 4 4 f False 3.820471434542632e-37
# expect: d 8 2 d False 7.949928895127363e-275
# expect: ? 1 16 ? False False
# expect: c 1 16 c False b'\x00'
# expect: P 8 2 P False 506097522914230528
h = view.cast('h')
h[0] = -2
print(data[:2], h[0], view.cast('H')[0])  # expect: bytearray(b'\xfe\xff') -2 65534
d = view.cast('d')
d[1] = 0.5
print(struct.unpack_from('d', data, 8), d.tolist()[1])  # expect: (0.5,) 0.5
c = view.cast('c')
c[0] = b'Z'
print(c[0], data[0], c[:2].tolist())  # expect: b'Z' 90 [b'Z', b'\xff']
q = view.cast('?')
q[1] = []
print(q[1], q[2])  # expect: False True
print(view.cast('h').cast('B').nbytes, view.cast('i', (2, 2)).tolist() == [list(view.cast('i')[:2]), list(view.cast('i')[2:])])  # expect: 16 True
for action in (lambda: h.cast('i'), lambda: view.cast('2h'), lambda: view.cast('B', (3, 5)), lambda: view.cast('B', 5), lambda: view.cast('B', (0, 4)), lambda: h.__setitem__(0, 40000),
               lambda: c.__setitem__(0, 65), lambda: c.__setitem__(0, b'ab'), lambda: d.__setitem__(0, 'x'), lambda: view.cast(5), lambda: view.cast('B', ('a',)), lambda: view[1:].cast('B', (3, 5)).tolist()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
# expect: TypeError memoryview: cannot cast between two non-byte formats
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: TypeError memoryview: product(shape) * itemsize != buffer size
# expect: TypeError shape must be a list or a tuple
# expect: ValueError memoryview.cast(): elements of shape must be integers > 0
# expect: ValueError memoryview: invalid value for format 'h'
# expect: TypeError memoryview: invalid type for format 'c'
# expect: ValueError memoryview: invalid value for format 'c'
# expect: TypeError memoryview: invalid type for format 'd'
# expect: TypeError cast() argument 'format' must be str, not int
# expect: TypeError memoryview.cast(): elements of shape must be integers
# expect: [[0, 2, 3, 4, 5], [6, 7, 0, 0, 0], [0, 0, 0, 224, 63]]
