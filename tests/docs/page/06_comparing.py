a = b'Hello'
b = b'Hello'

print(memoryview(a) == memoryview(b))  # True
print(bytes(memoryview(a)) == b)       # True
