# Create a memory view from bytes
data = b'Hello, World!'
view = memoryview(data)

print(view[:5])        # b'Hello'
print(view[7:])         # b'World!'
print(list(view))       # [72, 101, 108, 108, 111, 32, 87, 111, 114, 108, 100, 33]
