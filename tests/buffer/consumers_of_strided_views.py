# Some consumers gather a strided view, others need memory in one piece.
view = memoryview(b'xaxb')[1::2]
print(bytes(view), bytearray(view), view.tobytes(), list(view), view == b'ab')  # expect: b'ab' bytearray(b'ab') b'ab' [97, 98] True
for name, action in {
    'join': lambda: b'-'.join([view]), 'find': lambda: b'xab'.find(view), 'add': lambda: b'x' + view, 'percent': lambda: b'%b' % view, 'extend': lambda: bytearray().extend(view), 'replace': lambda: b'ab'.replace(view, b''),
    'from_bytes': lambda: int.from_bytes(view, 'big'), 'str': lambda: str(view, 'ascii'), 'int': lambda: int(view), 'assign': lambda: memoryview(bytearray(2)).__setitem__(slice(0, 2), view), 'hex': lambda: view.hex(),
    'cast': lambda: view.cast('H'), 'slice assign': lambda: bytearray(4).__setitem__(slice(0, 2), view),
}.items():
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)
# expect: join TypeError sequence item 0: expected a bytes-like object, memoryview found
# expect: find BufferError memoryview: underlying buffer is not C-contiguous
# expect: add TypeError can't concat memoryview to bytes
# expect: percent b'ab'
# expect: extend TypeError can't set bytearray slice from memoryview
# expect: replace BufferError memoryview: underlying buffer is not C-contiguous
# expect: from_bytes 24930
# expect: str TypeError decoding to str: need a bytes-like object, memoryview found
# expect: int TypeError int() argument must be a string, a bytes-like object or a real number, not 'memoryview'
# expect: assign None
# expect: hex 6162
# expect: cast TypeError memoryview: casts are restricted to C-contiguous views
# expect: slice assign None
