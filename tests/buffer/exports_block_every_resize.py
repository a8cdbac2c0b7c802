data = bytearray(b'abcdef')
view = memoryview(data)
for name, action in {
    'append': lambda: data.append(1), 'extend': lambda: data.extend(b'x'), 'insert': lambda: data.insert(0, 1), 'pop': lambda: data.pop(), 'remove': lambda: data.remove(97), 'clear': lambda: data.clear(),
    'del item': lambda: data.__delitem__(0), 'del slice': lambda: data.__delitem__(slice(1, 3)), 'set longer': lambda: data.__setitem__(slice(0, 1), b'xyz'), 'set shorter': lambda: data.__setitem__(slice(0, 2), b''),
    'iadd': lambda: data.__iadd__(b'x'), 'imul': lambda: data.__imul__(2), 'del step': lambda: data.__delitem__(slice(None, None, 2)), 'init': lambda: data.__init__(10),
}.items():
    try:
        action()
        print(name, 'allowed')
    except BufferError as error:
        print(name, error)
# expect: append Existing exports of data: object cannot be re-sized
# expect: extend Existing exports of data: object cannot be re-sized
# expect: insert Existing exports of data: object cannot be re-sized
# expect: pop Existing exports of data: object cannot be re-sized
# expect: remove Existing exports of data: object cannot be re-sized
# expect: clear Existing exports of data: object cannot be re-sized
# expect: del item Existing exports of data: object cannot be re-sized
# expect: del slice Existing exports of data: object cannot be re-sized
# expect: set longer Existing exports of data: object cannot be re-sized
# expect: set shorter Existing exports of data: object cannot be re-sized
# expect: iadd Existing exports of data: object cannot be re-sized
# expect: imul Existing exports of data: object cannot be re-sized
# expect: del step Existing exports of data: object cannot be re-sized
# expect: init Existing exports of data: object cannot be re-sized
print(data, bytes(view))  # expect: bytearray(b'abcdef') b'abcdef'
for name, action in {'same size': lambda: data.__setitem__(slice(0, 2), b'XY'), 'empty extend': lambda: data.extend(b''), 'reverse': lambda: data.reverse(), 'item': lambda: data.__setitem__(0, 90), 'imul one': lambda: data.__imul__(1),
                     'iadd empty': lambda: data.__iadd__(b''), 'del nothing': lambda: data.__delitem__(slice(2, 2))}.items():
    try:
        action()
        print(name, 'allowed')
    except BufferError as error:
        print(name, error)
# expect: same size allowed
# expect: empty extend allowed
# expect: reverse allowed
# expect: item allowed
# expect: imul one allowed
# expect: iadd empty allowed
# expect: del nothing allowed
print(data, bytes(view))  # expect: bytearray(b'ZedcYX') b'ZedcYX'
