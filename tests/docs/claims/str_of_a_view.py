# differs: CPython's str() is its repr() (COMPATIBILITY.md#str-of-a-memoryview)
data = b'0123456789'
view = memoryview(data)
print(view[:5], view[5:], view[::2])  # expect: b'01234' b'56789' b'02468'
print(view)  # expect: memoryview(b'0123456789')
print(view[:])  # expect: memoryview(b'0123456789')
print(f"{view[2:4]}", "%s" % view[2:4], str(view[2:4]))  # expect: b'23' b'23' b'23'
print(repr(view[2:4]))  # expect: <memory at 0x…>
print(repr(view))  # expect: <memory at 0x…>
print(view.cast('H'))  # expect: <memory at 0x…>
print(view.cast('c')[1:3], view.cast('b')[::-5])  # expect: b'12' b'94'
view.release()
print(view)  # expect: <released memory at 0x…>
print(view.__repr__())  # expect: <released memory at 0x…>
