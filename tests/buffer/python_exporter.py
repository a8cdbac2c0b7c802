# since: 3.12
class Exporter:
    def __init__(self, data):
        self.data = bytearray(data)
        self.exports = 0

    def __buffer__(self, flags):
        self.exports += 1
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.exports -= 1
        print('released', self.exports)


e = Exporter(b'hello')
view = memoryview(e)
print(bytes(view), view.obj is e, e.exports)  # expect: b'hello' False 1
part = view[1:3]
view.release()
print(e.exports)  # expect: 1
part[0] = 65
part.release()
# expect: released 0
print(e.data, e.exports)  # expect: bytearray(b'hAllo') 0
print(bytes(e), bytearray(e), b''.join([e, b'!']), b'ell' in bytes(e), bytes(e) + b'x')
# expect: released 0
# expect: released 0
# expect: released 0
# expect: released 0
# expect: released 0
# expect: b'hAllo' bytearray(b'hAllo') b'hAllo!' False b'hAllox'
with memoryview(e) as v:
    try:
        e.data.append(1)
    except BufferError as error:
        print(error)
# expect: Existing exports of data: object cannot be re-sized
# expect: released 0
e.data.append(33)
print(e.data)  # expect: bytearray(b'hAllo!')


class Wrong:
    def __buffer__(self, flags):
        return b'no view'


try:
    memoryview(Wrong())
except TypeError as error:
    print(error)  # expect: __buffer__ returned non-memoryview object


class Raises:
    def __buffer__(self, flags):
        raise ValueError('refused')


try:
    memoryview(Raises())
except ValueError as error:
    print(error)  # expect: refused
