# Create a memory view from bytearray (mutable)
data = bytearray(b'Hello')
view = memoryview(data)

# Modify in-place (only works with mutable objects)
view[0] = 74  # 'J' (ASCII 74)

print(data)   # bytearray(b'Jello')
print(view[:]) # memoryview(b'Jello')
