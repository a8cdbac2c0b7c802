data = bytearray(b'0123456789')
view = memoryview(data)
view[2:8] = view[0:6]
print(data)  # expect: bytearray(b'0101234589')
data[:] = b'0123456789'
view[0:6] = view[2:8]
print(data)  # expect: bytearray(b'2345676789')
data[:] = b'0123456789'
view[::-1] = view[:]
print(data)  # expect: bytearray(b'9876543210')
data[:] = b'0123456789'
view[0:10:2] = view[5:10]
print(data)  # expect: bytearray(b'5163758799')
data[:] = b'0123456789'
view[5:] = view[4::-1]
print(data)  # expect: bytearray(b'0123443210')
