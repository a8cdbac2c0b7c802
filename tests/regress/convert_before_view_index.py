# A conversion that resizes the buffer in the middle of a store: the store must see the resize, or refuse it (CPython gh-92888).
class Resizes:
    def __init__(self, action, value):
        self.action, self.value = action, value

    def __index__(self):
        self.action()
        return self.value


data = bytearray(b'x' * 1000)
try:
    data[Resizes(data.clear, 999)] = 1
except IndexError as error:
    print(error)  # expect: bytearray index out of range
print(len(data))  # expect: 0
data = bytearray(b'x' * 1000)
try:
    data[999] = Resizes(data.clear, 65)
except IndexError as error:
    print(error)  # expect: bytearray index out of range
print(len(data))  # expect: 0
data = bytearray(b'abc')
data.append(Resizes(lambda: data.extend(b'def'), 90))
print(data)  # expect: bytearray(b'abcdefZ')
data = bytearray(b'abc')
data.insert(Resizes(data.clear, 2), 65)
print(data)  # expect: bytearray(b'A')
