data = b'0123456789'
view = memoryview(data)

# All these are zero-copy views
first_half = view[:5]    # b'01234'
second_half = view[5:]   # b'56789'
step_view = view[::2]    # b'02468' (every other byte)
