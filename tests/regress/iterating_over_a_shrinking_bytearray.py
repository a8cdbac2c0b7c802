data = bytearray(b'abcdef')
seen = []
for byte in data:
    seen.append(byte)
    if len(data) > 3:
        data.pop()
print(seen, data)  # expect: [97, 98, 99] bytearray(b'abc')
data = bytearray(b'abc')
it = iter(data)
next(it)
data.clear()
print(list(it), it.__length_hint__())  # expect: [] 0
