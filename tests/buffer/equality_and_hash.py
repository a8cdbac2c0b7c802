a, b = memoryview(b'abc'), memoryview(bytearray(b'abc'))
print(a == b, a == b'abc', b == bytearray(b'abc'), a == 'abc', a != b'abd', a == memoryview(b'abcd'), a == [97, 98, 99])  # expect: True True True False True False False
print(hash(a) == hash(b'abc'), {a: 1}[b'abc'])  # expect: True 1
try:
    hash(b)
except ValueError as error:
    print(error)  # expect: cannot hash writable memoryview object
i = memoryview(bytearray(8)).cast('i')
print(i == memoryview(bytearray(8)).cast('I'), i == memoryview(bytearray(8)).cast('B'), i == memoryview(bytearray(2)), i == memoryview(bytearray(8)).cast('f'))  # expect: True False True True
nan = memoryview(bytearray(8)).cast('d')
nan[0] = float('nan')
print(nan == nan, a == a)  # expect: False True
try:
    hash(memoryview(bytes(8)).cast('i'))
except ValueError as error:
    print(error)  # expect: memoryview: hashing is restricted to formats 'B', 'b' or 'c'
r = memoryview(bytearray(b'x')).release()
released = memoryview(b'x')
released.release()
print(released == released, released == a, released != memoryview(b'x'))  # expect: True False True
print(a[::-1] == b'cba', a[::2] == b'ac', memoryview(b'') == b'')  # expect: True True True
try:
    a < b
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'memoryview' and 'memoryview'
