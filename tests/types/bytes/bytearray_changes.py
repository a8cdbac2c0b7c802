# What changes a bytearray: items, slices, append, extend, insert, pop, remove, reverse, clear, in-place operators.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

def put(b, key, value):
    b = bytearray(b)
    b[key] = value
    return b

def cut(b, key):
    b = bytearray(b)
    del b[key]
    return b

print(put(b'abc', 0, 120), put(b'abc', -1, True), put(b'abc', slice(1, 2), b'XYZ'), put(b'abc', slice(0, 0), [1, 2]), put(b'abc', slice(None), b''), put(b'abc', slice(5, 9), b'!'), put(b'abc', slice(2, 1), b'-'), put(b'abc', slice(0, 2), (120,)))  # expect: bytearray(b'xbc') bytearray(b'ab\x01') bytearray(b'aXYZc') bytearray(b'\x01\x02abc') bytearray(b'') bytearray(b'abc!') bytearray(b'ab-c') bytearray(b'xc')
print(put(b'abcdef', slice(None, None, 2), b'123'), put(b'abcdef', slice(None, None, -1), b'123456'), put(b'abcdef', slice(4, 0, -2), b'xy'), put(b'abcdef', slice(0, 6, 2), b''), put(b'abc', slice(0, 1), memoryview(b'view')), put(b'abc', slice(0, 3, 5), b'z'), put(b'abc', slice(1, 1), iter([7, 8])))  # expect: bytearray(b'1b2d3f') bytearray(b'654321') bytearray(b'abydxf') bytearray(b'bdf') bytearray(b'viewbc') bytearray(b'zbc') bytearray(b'a\x07\x08bc')
print(cut(b'abc', 0), cut(b'abc', -1), cut(b'abcdef', slice(1, 4)), cut(b'abcdef', slice(None, None, 2)), cut(b'abcdef', slice(None, None, -2)), cut(b'abcdef', slice(1, None, 3)), cut(b'abc', slice(None)), cut(b'abc', slice(2, 1)), cut(b'abcdef', slice(0, 3)), cut(b'abcdef', slice(5, 0, -2)))  # expect: bytearray(b'bc') bytearray(b'ab') bytearray(b'aef') bytearray(b'bdf') bytearray(b'ace') bytearray(b'acdf') bytearray(b'') bytearray(b'abc') bytearray(b'def') bytearray(b'ace')
b = bytearray(b'abc')
b[1:2] = b
print(b)  # expect: bytearray(b'aabcc')
b.extend(b)
print(b)  # expect: bytearray(b'aabccaabcc')
fails(b.__iadd__, b)
# expect: BufferError: Existing exports of data: object cannot be re-sized
b = bytearray(b'ab')
same = b
b += b'cd'
b += memoryview(b'ef')
b *= 2
print(b, b is same)  # expect: bytearray(b'abcdefabcdef') True
b *= 0
b.append(1)
b.append(255)
b.extend(b'xy')
b.extend([1, 2])
b.extend(bytearray(b'z'))
b.extend(x for x in (3, 4))
b.insert(0, 9)
b.insert(-1, 8)
b.insert(100, 7)
b.insert(-100, 6)
print(b, b.pop(), b.pop(0), b.pop(-2), b)  # expect: bytearray(b'\t\x01\xffxy\x01\x02z\x03\x04') 7 6 8 bytearray(b'\t\x01\xffxy\x01\x02z\x03\x04')
b.remove(255)
b.reverse()
print(b, b.copy() == b, b.copy() is b)  # expect: bytearray(b'\x04\x03z\x02\x01yx\x01\t') True False
b.clear()
print(b, len(b), b'' == b)  # expect: bytearray(b'') 0 True

queue = bytearray(range(256)) * 40
total = 0
while queue:
    total += queue.pop(0)
    del queue[:99]
print(total, queue)  # expect: 13044 bytearray(b'')
many = bytearray()
for i in range(3000):
    many.append(i & 255)
print(len(many), many[2999], many.count(7), many.__alloc__() >= 3000)  # expect: 3000 183 12 True
for method, args in (('append', (256,)), ('append', (-1,)), ('append', ('a',)), ('append', (1 << 70,)), ('append', (1.5,)), ('insert', (0, 256)), ('insert', ('a', 1)), ('insert', (1 << 70, 1)), ('extend', (1,)), ('extend', ('a',)), ('extend', ([300],)), ('extend', (['a'],)), ('extend', (None,)),
                     ('pop', (5,)), ('pop', (-4,)), ('pop', ('a',)), ('remove', (120,)), ('remove', (300,)), ('remove', ('a',)), ('copy', (1,)), ('reverse', (1,))):
    fails(getattr(bytearray(b'abc'), method), *args)
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: OverflowError: Python int too large to convert to C ssize_t
# expect: TypeError: can't extend bytearray with int
# expect: TypeError: expected iterable of integers; got: 'str'
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: can't extend bytearray with NoneType
# expect: IndexError: pop index out of range
# expect: IndexError: pop index out of range
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: value not found in bytearray
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: bytearray.copy() takes no arguments (1 given)
# expect: TypeError: bytearray.reverse() takes no arguments (1 given)
fails(bytearray().pop)
# expect: IndexError: pop from empty bytearray
for key, value in ((0, 'a'), (0, 256), (0, -1), (0, 1.5), (5, 1), (-4, 1), ('a', 1), (1.5, 1), (5, 'a'), (slice(0, 1), 'a'), (slice(0, 1), 1), (slice(0, 1), None), (slice(0, 1), [1, 300]), (slice(0, 1), 1.5), (slice(0, 3, 2), b'abc'), (slice(0, 3, 0), b'')):
    fails(put, b'abc', key, value)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: IndexError: bytearray index out of range
# expect: IndexError: bytearray index out of range
# expect: TypeError: bytearray indices must be integers or slices, not str
# expect: TypeError: bytearray indices must be integers or slices, not float
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError: cannot convert 'NoneType' object to bytearray
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: ValueError: attempt to assign bytes of size 3 to extended slice of size 2
# expect: ValueError: slice step cannot be zero
for key in (3, -4, 'a', 1.5, slice(0, 3, 0)):
    fails(cut, b'abc', key)
# expect: IndexError: bytearray index out of range
# expect: IndexError: bytearray index out of range
# expect: TypeError: bytearray indices must be integers or slices, not str
# expect: TypeError: bytearray indices must be integers or slices, not float
# expect: ValueError: slice step cannot be zero
fails(bytearray(b'a').__iadd__, 1)
# expect: TypeError: can't concat int to bytearray
fails(bytearray(b'a').__iadd__, 'a')
# expect: TypeError: can't concat str to bytearray
fails(bytearray(b'a').__imul__, 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
