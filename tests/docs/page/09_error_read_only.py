data = b'readonly'
view = memoryview(data)
view[0] = 65  # TypeError: cannot modify read-only memory
