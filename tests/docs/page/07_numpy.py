# memoryview works with any buffer-protocol object
import numpy as np

arr = np.array([1, 2, 3, 4, 5], dtype=np.uint8)
view = memoryview(arr)

print(view[:3])  # b'\x01\x02\x03'
