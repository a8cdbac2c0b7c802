view = memoryview(b'readonly')
print(view.readonly, memoryview(bytearray(2)).readonly)  # expect: True False


def attempt(action):
    try:
        action()
    except TypeError as error:
        print(error)


def assign_slice():
    view[:2] = b'xx'


def delete():
    del view[0]


attempt(assign_slice)  # expect: cannot modify read-only memory
attempt(delete)  # expect: cannot modify read-only memory
attempt(lambda: memoryview(bytearray(b'ab')).toreadonly().__setitem__(0, 1))  # expect: cannot modify read-only memory
