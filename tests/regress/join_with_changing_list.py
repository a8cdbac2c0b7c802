# differs: CPython 3.13 crashes in the last part (COMPATIBILITY.md#memory-safety)
items = ['a', 'b']


def gen():
    yield 'x'
    items.clear()
    yield 'y'


print('-'.join(gen()), items)  # expect: x-y []


class Bytes:
    def __buffer__(self, flags):
        pieces.clear()
        return memoryview(b'buf')


pieces = [b'a', b'b']
print(b'-'.join(pieces))  # expect: b'a-b'
pieces = [Bytes(), b'tail', b'more']
try:
    b'-'.join(pieces)
except (TypeError, RuntimeError, IndexError):
    pass
print('alive')  # expect: alive
