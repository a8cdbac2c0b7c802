# An __index__ that releases the view it is used on (CPython gh-92888).
def releasing(view, value):
    class R:
        def __index__(self):
            view.release()
            return value
    return R()


def attempt(action):
    try:
        print(action())
    except (ValueError, BufferError, IndexError) as error:
        print(type(error).__name__, error)


data = bytearray(b'abcdefgh' * 100)
view = memoryview(data)
attempt(lambda: view[releasing(view, 799)])
# expect: ValueError operation forbidden on released memoryview object
data.clear()
print(len(data))  # expect: 0
data = bytearray(b'abcdefgh' * 100)
view = memoryview(data)
attempt(lambda: view.__setitem__(releasing(view, 799), 1))
# expect: ValueError operation forbidden on released memoryview object
data = bytearray(b'abcdefgh' * 100)
view = memoryview(data)
attempt(lambda: view.__setitem__(799, releasing(view, 65)))
# expect: ValueError operation forbidden on released memoryview object
print(data[799] in (65, 104))  # expect: True
data = bytearray(b'abcdefgh' * 100)
view = memoryview(data).cast('B', (20, 40))
attempt(lambda: view[releasing(view, 1), 0])
# expect: ValueError operation forbidden on released memoryview object
