view = memoryview(b'abc')
view.cast('Q')  # ValueError: memoryview: cannot cast from bytes to unsigned long long
