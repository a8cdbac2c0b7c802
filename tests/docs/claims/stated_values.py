# The values that the page states in comments, where its blocks print nothing.
data = b'0123456789'
view = memoryview(data)
first_half = view[:5]
second_half = view[5:]
step_view = view[::2]
print(first_half == b'01234', bytes(first_half))  # expect: True b'01234'
print(second_half == b'56789', bytes(second_half))  # expect: True b'56789'
print(step_view == b'02468', bytes(step_view))  # expect: True b'02468'
print(step_view.contiguous, step_view.strides, len(step_view))  # expect: False (2,) 5
