# Values are converted while the target is held: nothing can resize it meanwhile.
import struct


class Index:
    def __init__(self, action):
        self.action = action

    def __index__(self):
        self.action()
        return 1


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


data = bytearray(8)
print(attempt(lambda: struct.pack_into('<ii', data, 0, 5, Index(data.clear))))  # expect: BufferError: Existing exports of data: object cannot be re-sized
print(len(data))  # expect: 8
view = memoryview(data)
print(attempt(lambda: struct.pack_into('<ii', view, 0, 5, Index(view.release))))  # expect: BufferError: memoryview has 1 exported buffer
print(attempt(lambda: struct.pack_into('<i', data, Index(lambda: None), 7)), bytes(data))  # expect: None b'\x05\x07\x00\x00\x00\x00\x00\x00'
view.release()
print(attempt(lambda: struct.pack('<ii', 1, Index(struct._clearcache))))  # expect: b'\x01\x00\x00\x00\x01\x00\x00\x00'
iterator = struct.iter_unpack('<i', data)
print(attempt(lambda: data.append(1)), next(iterator))  # expect: BufferError: Existing exports of data: object cannot be re-sized (1797,)
print(list(iterator), attempt(lambda: data.append(1)))  # expect: [(0,)] None
