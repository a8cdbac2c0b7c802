# While a view is alive, whatever would change the size is refused and changes nothing; afterwards it works.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except BufferError as e:
        print(e)

b = bytearray(b'abcdef')
view = memoryview(b)

def iadd():
    global b
    b += b'x'

def imul():
    global b
    b *= 2

def shrink():
    b[1:3] = b''

def grow():
    b[1:1] = b'xy'

def delete_item():
    del b[0]

def delete_slice():
    del b[:2]

def delete_strided():
    del b[::2]

for change in (lambda: b.append(1), lambda: b.extend(b'x'), lambda: b.insert(0, 1), b.pop, lambda: b.pop(0), lambda: b.remove(97), b.clear, iadd, imul, shrink, grow, delete_item, delete_slice, delete_strided, lambda: b.__init__(b'new')):
    fails(change)
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
print(b, bytes(view))  # expect: bytearray(b'abcdef') b'abcdef'
b[0] = 65
b[1:3] = b'BC'
b[::5] = b'..'
b.reverse()
b.extend(b'')
b += b''
b *= 1
print(b, bytes(view))  # expect: bytearray(b'.edCB.') b'.edCB.'
view.release()
b.append(33)
print(b)  # expect: bytearray(b'.edCB.!')
with memoryview(b) as view, memoryview(b)[1:] as other:
    fails(b.clear)
    other.release()
    fails(b.clear)
# expect: Existing exports of data: object cannot be re-sized
# expect: Existing exports of data: object cannot be re-sized
b.clear()
print(b)  # expect: bytearray(b'')

class Evil:
    def __init__(self, target, value=1):
        self.target, self.value = target, value

    def __index__(self):
        self.target.clear()
        return self.value

def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

b = bytearray(b'abcdef')
attempt(lambda: b.__setitem__(3, Evil(b)))
# expect: IndexError: bytearray index out of range
b = bytearray(b'abcdef')
attempt(lambda: b.__setitem__(Evil(b, 3), 1))
# expect: IndexError: bytearray index out of range
b = bytearray(b'abcdef')
attempt(lambda: (b.insert(Evil(b, 3), 1), b))
# expect: (None, bytearray(b'\x01'))
b = bytearray(b'abcdef')
attempt(lambda: (b.insert(3, Evil(b, 88)), b))
# expect: (None, bytearray(b'X'))
b = bytearray(b'abcdef')
attempt(lambda: b.pop(Evil(b, 3)))
# expect: IndexError: pop from empty bytearray
b = bytearray(b'abcdef')
attempt(lambda: b[Evil(b, 1):])
# expect: bytearray(b'')
b = bytearray(b'abcdef')
attempt(lambda: (b.__setitem__(slice(Evil(b, 2), 4), b'xy'), b))
# expect: (None, bytearray(b'xy'))
b = bytearray(b'abcdef')
attempt(lambda: (b.__delitem__(slice(Evil(b, 2), 4)), b))
# expect: (None, bytearray(b''))
b = bytearray(b'abcdef')
attempt(lambda: (b.append(Evil(b, 65)), b))
# expect: (None, bytearray(b'A'))
b = bytearray(b'abcdef')
attempt(lambda: (b.extend([Evil(b, 65)]), b))
# expect: (None, bytearray(b'A'))
b = bytearray(b'abcdef')
attempt(lambda: b.find(b'c', Evil(b, 1)))
# expect: -1
b = bytearray(b'abcdef')
attempt(lambda: b.count(Evil(b, 99)))
# expect: 0
b = bytearray(b'abcdef')
attempt(lambda: Evil(b, 99) in b)
# expect: False
b = bytearray(b'abcdef')
attempt(lambda: b.center(Evil(b, 3)))
# expect: bytearray(b'   ')
b = bytearray(b'abcdef')
attempt(lambda: (b.__imul__(Evil(b, 3)), b))
# expect: (bytearray(b''), bytearray(b''))
b = bytearray(b'abcdef')
attempt(lambda: b.split(b'c', Evil(b, 1)))
# expect: [bytearray(b'')]
b = bytearray(b'abcdef')
attempt(lambda: b.replace(b'c', b'd', Evil(b, 1)))
# expect: bytearray(b'')

class Items:
    def __init__(self, target):
        self.target = target

    def __iter__(self):
        yield b'one'
        self.target.clear()
        yield b'two'

b = bytearray(b'--')
attempt(lambda: b.join(Items(b)))
# expect: BufferError: Existing exports of data: object cannot be re-sized

class Numbers(Items):
    def __iter__(self):
        yield 65
        self.target.clear()
        yield 66

b = bytearray(b'abc')
attempt(lambda: (b.extend(Numbers(b)), b))
# expect: (None, bytearray(b'AB'))
b = bytearray(b'abc')
attempt(lambda: (b.__setitem__(slice(1, 2), Numbers(b)), b))
# expect: (None, bytearray(b'AB'))
it = iter(bytearray(b'abcdef'))
b = bytearray(b'abcdef')
it = iter(b)
print(next(it), next(it), b.clear(), list(it), b.extend(b'xyz'), list(it))  # expect: 97 98 None [] None []
