data = bytearray(b'abc')
view = memoryview(data)


def refused(action):
    try:
        action()
    except BufferError as error:
        return str(error)
    return 'allowed'


print(refused(lambda: data.append(1)))  # expect: Existing exports of data: object cannot be re-sized
print(refused(lambda: data.extend(b'xyz')))  # expect: Existing exports of data: object cannot be re-sized
print(refused(lambda: data.clear()))  # expect: Existing exports of data: object cannot be re-sized
print(refused(lambda: data.pop()))  # expect: Existing exports of data: object cannot be re-sized
print(refused(lambda: data.__iadd__(b'x')))  # expect: Existing exports of data: object cannot be re-sized
print(refused(lambda: data.__delitem__(0)))  # expect: Existing exports of data: object cannot be re-sized
print(refused(lambda: data.__setitem__(slice(0, 1), b'xx')))  # expect: Existing exports of data: object cannot be re-sized
print(data)  # expect: bytearray(b'abc')
data[0:2] = b'xy'  # the same size: allowed
print(bytes(view))  # expect: b'xyc'
