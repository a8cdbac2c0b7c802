items = [1, 2, 3]
items[1:2] = items
print(items)  # expect: [1, 1, 2, 3, 3]
items[::2] = items[::2]
print(items)  # expect: [1, 1, 2, 3, 3]
items.extend(items)
print(len(items))  # expect: 10
items += items
print(len(items))  # expect: 20
data = bytearray(b'abc')
data[1:1] = data
print(data)  # expect: bytearray(b'aabcbc')
data.extend(data)
print(data)  # expect: bytearray(b'aabcbcaabcbc')
try:
    data += data
except BufferError as error:
    print(error)  # expect: Existing exports of data: object cannot be re-sized
print(len(data))  # expect: 12
data *= 2
print(len(data))  # expect: 24
s = {1, 2}
s |= s
s -= s
print(s)  # expect: set()
d = {'a': 1}
d.update(d)
print(d)  # expect: {'a': 1}
