# for over bytes, bytearrays and views: what changes meanwhile is seen, and what ends in it is an error.
import array as arrays

array = bytearray(b'abc')
seen = []
for byte in array:
    seen.append(byte)
    if len(seen) == 2:
        array += b'de'
print(bytes(seen))  # expect: b'abcde'

array = bytearray(b'abcdef')
seen = []
for byte in array:
    seen.append(byte)
    del array[0]
print(bytes(seen), array)  # expect: b'ace' bytearray(b'def')

walk = iter(bytearray(b'xy'))
for byte in walk:
    print(byte)
# expect: 120
# expect: 121
print(list(walk))  # expect: []


class Bytes(bytes):
    pass


class Array(bytearray):
    def __getitem__(self, i):
        return 'never asked'


print([b for b in Bytes(b'sub')], [b for b in Array(b'sub')])  # expect: [115, 117, 98] [115, 117, 98]

source = bytearray(b'\x01\x02\x03\x04\x05\x06\x07\x08')
for code in 'bBhHiIqQ?c':
    items = []
    for item in memoryview(source).cast(code):
        items.append(item)
    print(code, items)
# expect: b [1, 2, 3, 4, 5, 6, 7, 8]
# expect: B [1, 2, 3, 4, 5, 6, 7, 8]
# expect: h [513, 1027, 1541, 2055]
# expect: H [513, 1027, 1541, 2055]
# expect: i [67305985, 134678021]
# expect: I [67305985, 134678021]
# expect: q [578437695752307201]
# expect: Q [578437695752307201]
# expect: ? [True, True, True, True, True, True, True, True]
# expect: c [b'\x01', b'\x02', b'\x03', b'\x04', b'\x05', b'\x06', b'\x07', b'\x08']
items = []
for item in memoryview(source)[::-3]:
    items.append(item)
print(items)  # expect: [8, 5, 2]
view = memoryview(source)
try:
    for item in view:
        print(item)  # expect: 1
        view.release()
except ValueError as error:
    print(error)  # expect: operation forbidden on released memoryview object
for real in memoryview(arrays.array('d', [0.5, 1e300, 5e-324])):
    print(real)
# expect: 0.5
# expect: 1e+300
# expect: 5e-324
print([x for x in memoryview(b'').cast('I')])  # expect: []

grid = memoryview(bytearray(range(24))).cast('B', (2, 3, 4))
print(grid[0, 0, 0], grid[1, 2, 3], grid[-1, -1, -1], grid[-2, 1, -4])  # expect: 0 23 23 4
for key in ((2, 0, 0), (0, -4, 0), (0, 0, 0, 0), (0, 0, 1.5)):
    try:
        print(grid[key])
    except Exception as error:
        print(key, type(error).__name__, error)
# expect: (2, 0, 0) IndexError index out of bounds on dimension 1
# expect: (0, -4, 0) IndexError index out of bounds on dimension 2
# expect: (0, 0, 0, 0) TypeError cannot index 3-dimension view with 4-element tuple
# expect: (0, 0, 1.5) TypeError memoryview: invalid slice key

# Slices of bytes are assigned in one piece, overlapping or not.
view = memoryview(source)
view[:4] = b'abcd'
view[2:6] = view[:4]
print(source)  # expect: bytearray(b'ababcd\x07\x08')
view[0:3] = view[1:4]
view[6:] = bytearray(b'YZ')
view[5:2] = b''
print(source)  # expect: bytearray(b'babbcdYZ')
for part in (b'1', memoryview(b'ab').cast('b'), memoryview(b'abcd').cast('H'), 'ab', 5):
    try:
        view[:2] = part
    except Exception as error:
        print(type(error).__name__, error)
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError a bytes-like object is required, not 'int'
try:
    memoryview(b'const')[:2] = b'xy'
except TypeError as error:
    print(error)  # expect: cannot modify read-only memory
view[::3][1:] = b'--'
print(source)  # expect: bytearray(b'bab-cd-Z')
part = view[2:7]
print(part.nbytes, part.contiguous, part[1:2].c_contiguous, view[::2][1:3].contiguous, view[::2][1:2].contiguous, view[3:3].shape)  # expect: 5 True True False True (0,)
stack = bytearray()
for n in range(12):
    stack.append(n)
    if n % 3 == 2:
        print(stack.pop(), stack.pop())
# expect: 2 1
# expect: 5 4
# expect: 8 7
# expect: 11 10
print(stack, stack.pop(0), stack.pop(-2))  # expect: bytearray(b'\x03\t') 0 6
with memoryview(stack):
    for call in (stack.pop, lambda: stack.__iadd__(stack), lambda: stack.__iadd__(memoryview(stack))):
        try:
            call()
        except BufferError as error:
            print(error)
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
stack += memoryview(b'xy')
stack += b''
print(stack)  # expect: bytearray(b'\x03\txy')
