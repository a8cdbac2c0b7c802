# Efficient slice operations without copying
large_data = b'x' * 1000000
view = memoryview(large_data)

# This doesn't copy - it's a view into the same memory
slice_view = view[100:200]

print(len(slice_view))  # 100
