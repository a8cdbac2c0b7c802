# A raw stream that takes no more for now: how much a buffered writer accepts, and BlockingIOError.characters_written.
import copy
import io


class Raw(io.RawIOBase):
    def __init__(self, room):
        self.room = room

    def writable(self):
        return True

    def write(self, data):
        if self.room <= 0:
            return None
        count = min(len(data), self.room)
        self.room -= count
        got.extend(data[:count])
        return count


def attempt(action):
    try:
        print(action())
    except BlockingIOError as error:
        print(error.strerror, error.characters_written, error.args[1:])


got = bytearray()
writer = io.BufferedWriter(Raw(5), 8)
for data in b'abc', b'defg', b'hijklmnop', b'q' * 30:
    attempt(lambda: writer.write(data))
attempt(writer.flush)
writer.raw.room = 1000
attempt(writer.flush)
print(got)
got.clear()
attempt(lambda: writer.write(b'12345678'))
writer.raw.room = 4
attempt(lambda: writer.write(b'xyz'))
writer.raw.room = 1000
writer.close()
print(got)


def show(text):
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, repr(error))


for text in ('BlockingIOError(1, 2, 3).characters_written', 'BlockingIOError(1, 2).characters_written', 'OSError(11, "x", 5).characters_written',
             'BlockingIOError(1, "x", "y").filename', 'BlockingIOError(1, 2, -3).characters_written', 'BlockingIOError(1, 2, 10**30)',
             'BlockingIOError(1, 2, 3.5)', 'BlockingIOError(1, 2, None).characters_written', 'BlockingIOError(1, 2, 3).args',
             'copy.copy(BlockingIOError(1, 2, 3)).characters_written', 'PermissionError(13, "x").characters_written'):
    show(text)
error = BlockingIOError(1, 2, 3)
for value in 7, 'a', None, -5, 2**70:
    try:
        error.characters_written = value
        print(error.characters_written)
    except Exception as failed:
        print(repr(failed))
del error.characters_written
show('error.characters_written')
