memoryview("string")  # TypeError: cannot use a string as source for memoryview
