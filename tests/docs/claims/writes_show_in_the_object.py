data = bytearray(b'Hello, World!')
view = memoryview(data)
view[7:12] = b'Earth'
print(data)  # expect: bytearray(b'Hello, Earth!')
part = view[7:][:5]
part[0] = ord('B')
print(data)  # expect: bytearray(b'Hello, Barth!')
data[8] = ord('e')
print(bytes(part))  # expect: b'Berth'
view[:4].cast('I')[0] = 0x21212121
print(data[:5])  # expect: bytearray(b'!!!!o')
