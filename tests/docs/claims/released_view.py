view = memoryview(b'abc')
view.release()
view.release()
for action in (lambda: view[0], lambda: len(view), lambda: view.tobytes(), lambda: view.nbytes, lambda: view[:1], lambda: list(view)):
    try:
        action()
    except ValueError as error:
        print(error)
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
# expect: operation forbidden on released memoryview object
print(repr(view))  # expect: <released memory at 0x…>
