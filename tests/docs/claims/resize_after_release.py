# The last view's end opens the door at once, however it ends.
data = bytearray(b'abc')
view = memoryview(data)
part = view[1:]
view.release()
try:
    data.append(1)
except BufferError as error:
    print(error)  # expect: Existing exports of data: object cannot be re-sized
part.release()
data.append(ord('d'))
print(data)  # expect: bytearray(b'abcd')

with memoryview(data) as view:
    print(view[0])  # expect: 97
data.append(ord('e'))

view = memoryview(data)
del view
data.append(ord('f'))


def look(buffer):
    view = memoryview(buffer)
    return view[0]


look(data)
data.append(ord('g'))
print(data)  # expect: bytearray(b'abcdefg')
