# Operators of bytes and bytearray: + * % comparison, indexing, slicing, hashing, iteration, repr.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

for kind in (bytes, bytearray):
    b = kind(b'abcdef')
    print(b + b'x', b + bytearray(b'y'), b + memoryview(b'z'), b * 2, 2 * b, b * 0, b * -1, kind(b'') + b'', b[:] == b)
    print(b[0], b[-1], b[True], b[1:3], b[::2], b[::-1], b[4:1:-2], b[10:], b[3:1], b[-2:], list(b[:2]), len(b), [c for c in b[:3]], tuple(reversed(b[:2])))
    print(b == b'abcdef', b'abcdef' == b, b == bytearray(b'abcdef'), b == memoryview(b'abcdef'), b != b'x', b == 'abcdef', b < b'b', b'b' > b, b <= b, b >= b'abc', kind(b'ab') < kind(b'abc'), kind(b'\xff') > kind(b'a'), b == 5, b == [97])
    it = iter(kind(b'ab'))
    print(next(it), it.__length_hint__(), next(it), next(it, 'end'), type(it).__name__)
    print(sorted(kind(b'bca')), max(b), min(b), sum(b), b.__contains__(97), b.__len__(), b.__getitem__(1), b.__add__(b'!'), b.__mul__(2), b.__rmul__(2), bool(kind()), bool(b))
    for text in (b'', b"it's", b'say "hi"', b'both \' and "', b'\\', b'\n\r\t\0\x1f ~\x7f\x80\xff'):
        print(repr(kind(text)), str(kind(text)), ascii(kind(text)))
    fails(lambda: b + 1)
    fails(lambda: b + 'a')
    fails(lambda: 'a' + b)
    fails(lambda: b * 'a')
    fails(lambda: b * 1.5)
    fails(lambda: b * (1 << 70))
    fails(lambda: b < 'a')
    fails(lambda: b < 1)
    fails(lambda: b[6])
    fails(lambda: b['x'])
    fails(lambda: b[1.5])
    fails(lambda: b[1 << 70])
    fails(lambda: b[::0])
    fails(lambda: 'a' in b)
    fails(lambda: 256 in b)
    fails(lambda: -1 in b)
    fails(lambda: None in b)
    fails(lambda: b - b)
# expect: b'abcdefx' b'abcdefy' b'abcdefz' b'abcdefabcdef' b'abcdefabcdef' b'' b'' b'' True
# expect: 97 102 98 b'bc' b'ace' b'fedcba' b'ec' b'' b'' b'ef' [97, 98] 6 [97, 98, 99] (98, 97)
# expect: True True True True True False True True True True True True False False
# expect: 97 1 98 end bytes_iterator
# expect: [97, 98, 99] 102 97 597 True 6 98 b'abcdef!' b'abcdefabcdef' b'abcdefabcdef' False True
# expect: b'' b'' b''
# expect: b"it's" b"it's" b"it's"
# expect: b'say "hi"' b'say "hi"' b'say "hi"'
# expect: b'both \' and "' b'both \' and "' b'both \' and "'
# expect: b'\\' b'\\' b'\\'
# expect: b'\n\r\t\x00\x1f ~\x7f\x80\xff' b'\n\r\t\x00\x1f ~\x7f\x80\xff' b'\n\r\t\x00\x1f ~\x7f\x80\xff'
# expect: TypeError: can't concat int to bytes
# expect: TypeError: can't concat str to bytes
# expect: TypeError: can only concatenate str (not "bytes") to str
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: OverflowError: cannot fit 'int' into an index-sized integer
# expect: TypeError: '<' not supported between instances of 'bytes' and 'str'
# expect: TypeError: '<' not supported between instances of 'bytes' and 'int'
# expect: IndexError: index out of range
# expect: TypeError: byte indices must be integers or slices, not str
# expect: TypeError: byte indices must be integers or slices, not float
# expect: IndexError: cannot fit 'int' into an index-sized integer
# expect: ValueError: slice step cannot be zero
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: a bytes-like object is required, not 'NoneType'
# expect: TypeError: unsupported operand type(s) for -: 'bytes' and 'bytes'
# expect: bytearray(b'abcdefx') bytearray(b'abcdefy') bytearray(b'abcdefz') bytearray(b'abcdefabcdef') bytearray(b'abcdefabcdef') bytearray(b'') bytearray(b'') bytearray(b'') True
# expect: 97 102 98 bytearray(b'bc') bytearray(b'ace') bytearray(b'fedcba') bytearray(b'ec') bytearray(b'') bytearray(b'') bytearray(b'ef') [97, 98] 6 [97, 98, 99] (98, 97)
# expect: True True True True True False True True True True True True False False
# expect: 97 1 98 end bytearray_iterator
# expect: [97, 98, 99] 102 97 597 True 6 98 bytearray(b'abcdef!') bytearray(b'abcdefabcdef') bytearray(b'abcdefabcdef') False True
# expect: bytearray(b'') bytearray(b'') bytearray(b'')
# expect: bytearray(b"it\'s") bytearray(b"it\'s") bytearray(b"it\'s")
# expect: bytearray(b'say "hi"') bytearray(b'say "hi"') bytearray(b'say "hi"')
# expect: bytearray(b'both \' and "') bytearray(b'both \' and "') bytearray(b'both \' and "')
# expect: bytearray(b'\\') bytearray(b'\\') bytearray(b'\\')
# expect: bytearray(b'\n\r\t\x00\x1f ~\x7f\x80\xff') bytearray(b'\n\r\t\x00\x1f ~\x7f\x80\xff') bytearray(b'\n\r\t\x00\x1f ~\x7f\x80\xff')
# expect: TypeError: can't concat int to bytearray
# expect: TypeError: can't concat str to bytearray
# expect: TypeError: can only concatenate str (not "bytearray") to str
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: OverflowError: cannot fit 'int' into an index-sized integer
# expect: TypeError: '<' not supported between instances of 'bytearray' and 'str'
# expect: TypeError: '<' not supported between instances of 'bytearray' and 'int'
# expect: IndexError: bytearray index out of range
# expect: TypeError: bytearray indices must be integers or slices, not str
# expect: TypeError: bytearray indices must be integers or slices, not float
# expect: IndexError: cannot fit 'int' into an index-sized integer
# expect: ValueError: slice step cannot be zero
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: a bytes-like object is required, not 'NoneType'
# expect: TypeError: unsupported operand type(s) for -: 'bytearray' and 'bytearray'
print(hash(b'abc') == hash(bytes([97, 98, 99])), hash(b'') == hash(bytes()), hash(b'a') == hash('a'), len({b'a', b'a', b'b'}), {b'k': 1}[b'k'], 'a' in {b'a'})  # expect: True True True 2 1 False
fails(hash, bytearray())
# expect: TypeError: unhashable type: 'bytearray'

def assign(b):
    b[0] = 1

def delete(b):
    del b[0]

fails(assign, b'a')
# expect: TypeError: 'bytes' object does not support item assignment
fails(delete, b'a')
# expect: TypeError: 'bytes' object doesn't support item deletion
print(b'a'.__getnewargs__(), b'ab'.__bytes__(), bytearray(b'abc').__reduce_ex__(3)[1:])  # expect: (b'a',) b'ab' ((b'abc',), None)
