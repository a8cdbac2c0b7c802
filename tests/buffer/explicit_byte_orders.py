# differs: CPython casts to native formats only (COMPATIBILITY.md#beyond-cpython)
data = bytearray(b'\x01\x02\x03\x04\x05\x06\x07\x08')
view = memoryview(data)
print(hex(view.cast('>I')[0]), hex(view.cast('<I')[0]))  # expect: 0x1020304 0x4030201
print(view.cast('>H').tolist() == [0x0102, 0x0304, 0x0506, 0x0708])  # expect: True
words = view.cast('!h')
words[1] = -2
print(view[2:4].tobytes(), words[1], words.format, words.itemsize)  # expect: b'\xff\xfe' -2 !h 2
view.cast('>d')[0] = 1.5
print(view.tobytes(), view.cast('>d')[0])  # expect: b'?\xf8\x00\x00\x00\x00\x00\x00' 1.5
view.cast('=l')[0] = -1
print(len(view.cast('=l')), len(view.cast('l')), view[:5].tobytes())  # expect: 2 1 b'\xff\xff\xff\xff\x00'
view[:4] = b'\0\1\1\0'
print(view.cast('>H')[:1] == view.cast('<H')[1:2], view.cast('>H') == view.cast('<H'))  # expect: True False
print(memoryview(bytearray(4)).cast('<f') == memoryview(bytearray(4)).cast('>f'))  # expect: True
try:
    view.cast('>h')[0] = 40000
except ValueError as error:
    print(error)  # expect: memoryview: invalid value for format '>h'
