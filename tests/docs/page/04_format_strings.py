# Convert to different data types using format
import struct

data = struct.pack('iif', 42, 100, 3.14)
view = memoryview(data)

# Read as integers and float
int_view = view.cast('i')  # 4-byte unsigned integers
float_view = view.cast('f')  # 4-byte floats

print(int_view[0])   # 42
print(int_view[1])   # 100
print(float_view[2]) # 3.140000104904175
