# bytes() and bytearray(): sizes, iterables, buffers, __bytes__, text.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

class HasBytes:
    def __bytes__(self):
        return b'from __bytes__'

class Index:
    def __index__(self):
        return 3

class Both(Index):
    def __bytes__(self):
        return b'bytes first'

class Wrong:
    def __bytes__(self):
        return 'text'

class Sequence:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i + 65

for kind in (bytes, bytearray):
    print(kind(), kind(3), kind(b'ab'), kind(bytearray(b'cd')), kind(memoryview(b'efgh')[::2]), kind([1, 2, 255]), kind((65, 66)), kind(range(3)), kind(x for x in b'gen'), kind('é', 'utf-8'), kind('é', encoding='latin-1', errors='strict'), kind(source=b'kw'), kind(Index()), kind(True), kind(Sequence()), kind({1: 2}), kind([Index(), True]))
    fails(kind, 'a')
    fails(kind, 1.5)
    fails(kind, -1)
    fails(kind, 1 << 70)
    fails(kind, [256])
    fails(kind, [-1])
    fails(kind, [1 << 70])
    fails(kind, ['a'])
    fails(kind, [1.5])
    fails(kind, None)
    fails(kind, object())
    fails(kind, encoding='utf-8')
    fails(kind, errors='strict')
    fails(kind, 'a', errors='strict')
    fails(kind, 1, 'utf-8')
    fails(kind, 'a', 'nonsense')
    fails(kind, 'é', 'ascii')
    fails(kind, 'a', 1)
    fails(kind, 'a', 'utf-8', 1)
    fails(kind, 1, 2, 3, 4)
    fails(kind, foo=1)
# expect: b'' b'\x00\x00\x00' b'ab' b'cd' b'eg' b'\x01\x02\xff' b'AB' b'\x00\x01\x02' b'gen' b'\xc3\xa9' b'\xe9' b'kw' b'\x00\x00\x00' b'\x00' b'ABC' b'\x01' b'\x03\x01'
# expect: TypeError: string argument without an encoding
# expect: TypeError: cannot convert 'float' object to bytes
# expect: ValueError: negative count
# expect: OverflowError: cannot fit 'int' into an index-sized integer
# expect: ValueError: bytes must be in range(0, 256)
# expect: ValueError: bytes must be in range(0, 256)
# expect: ValueError: bytes must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: cannot convert 'NoneType' object to bytes
# expect: TypeError: cannot convert 'object' object to bytes
# expect: TypeError: encoding without a string argument
# expect: TypeError: errors without a string argument
# expect: TypeError: string argument without an encoding
# expect: TypeError: encoding without a string argument
# expect: LookupError: unknown encoding: nonsense
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: TypeError: bytes() argument 'encoding' must be str, not int
# expect: TypeError: bytes() argument 'errors' must be str, not int
# expect: TypeError: bytes() takes at most 3 arguments (4 given)
# expect: TypeError: bytes() got an unexpected keyword argument 'foo'
# expect: bytearray(b'') bytearray(b'\x00\x00\x00') bytearray(b'ab') bytearray(b'cd') bytearray(b'eg') bytearray(b'\x01\x02\xff') bytearray(b'AB') bytearray(b'\x00\x01\x02') bytearray(b'gen') bytearray(b'\xc3\xa9') bytearray(b'\xe9') bytearray(b'kw') bytearray(b'\x00\x00\x00') bytearray(b'\x00') bytearray(b'ABC') bytearray(b'\x01') bytearray(b'\x03\x01')
# expect: TypeError: string argument without an encoding
# expect: TypeError: cannot convert 'float' object to bytearray
# expect: ValueError: negative count
# expect: OverflowError: cannot fit 'int' into an index-sized integer
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: cannot convert 'NoneType' object to bytearray
# expect: TypeError: cannot convert 'object' object to bytearray
# expect: TypeError: encoding without a string argument
# expect: TypeError: errors without a string argument
# expect: TypeError: string argument without an encoding
# expect: TypeError: encoding without a string argument
# expect: LookupError: unknown encoding: nonsense
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: TypeError: bytearray() argument 'encoding' must be str, not int
# expect: TypeError: bytearray() argument 'errors' must be str, not int
# expect: TypeError: bytearray() takes at most 3 arguments (4 given)
# expect: TypeError: bytearray() got an unexpected keyword argument 'foo'
print(bytes(HasBytes()), bytes(Both()), bytearray(Both()))  # expect: b'from __bytes__' b'bytes first' bytearray(b'\x00\x00\x00')
fails(bytes, Wrong())
# expect: TypeError: __bytes__ returned non-bytes (type str)
fails(bytearray, HasBytes())
# expect: TypeError: cannot convert 'HasBytes' object to bytearray
b = b'same'
print(bytes(b) is b, b[:] is b, bytes(bytearray(b)) == b)  # expect: True True True

class Sub(bytes):
    pass

class SubArray(bytearray):
    pass

s = Sub(b'abc')
print(repr(s), type(s[:1]).__name__, type(s.upper()).__name__, type(s + b'').__name__, type(bytes(s)).__name__, s == b'abc', hash(s) == hash(b'abc'), type(s.strip()).__name__, type(Sub.fromhex('61')).__name__)  # expect: b'abc' bytes bytes bytes bytes True True bytes Sub
s.note = 'kept'
print(s.note, Sub(5), Sub('é', 'utf-8'), {s: 1}[b'abc'])  # expect: kept b'\x00\x00\x00\x00\x00' b'\xc3\xa9' 1
a = SubArray(b'abc')
a.note = 1
a += b'd'
print(repr(a), type(a).__name__, type(a[:1]).__name__, type(a.copy()).__name__, a.note, type(SubArray.fromhex('61')).__name__, type(a * 2).__name__)  # expect: SubArray(b'abcd') SubArray bytearray bytearray 1 SubArray bytearray

class Init(bytearray):
    def __init__(self, n):
        super().__init__(b'x' * n)

print(Init(3))  # expect: Init(b'xxx')
again = bytearray(b'before')
again.__init__(b'after')
print(again)  # expect: bytearray(b'after')
again.__init__()
print(again)  # expect: bytearray(b'')
