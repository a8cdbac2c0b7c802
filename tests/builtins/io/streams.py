import io, sys


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


s = io.StringIO('a\nb\nc')
print(s.readline(), s.read(), s.seek(0))
# expect: a
# expect:  b
# expect: c 0
print(list(s), s.tell(), s.getvalue())
# expect: ['a\n', 'b\n', 'c'] 5 a
# expect: b
# expect: c
s = io.StringIO()
s.write('x')
print('y', file=s, end='')
print(s.getvalue(), s.truncate(1), s.getvalue())  # expect: xy 1 x
print(s.closed)  # expect: False
s.close()
show(s.read)
# expect: ValueError I/O operation on closed file
show(io.StringIO, 3)
# expect: TypeError initial_value must be str or None, not int
show(io.StringIO().write, 3)
# expect: TypeError string argument expected, got 'int'
b = io.BytesIO(b'hello')
print(b.read(2), b.seek(0, 2), b.write(b'!'))  # expect: b'he' 5 1
print(b.getvalue(), b.getbuffer()[0], b.seek(0))  # expect: b'hello!' 104 0
print(b.readlines(), b.readinto(bytearray(2)))  # expect: [b'hello!'] 0
v = b.getbuffer()
show(b.write, b'zzzzzzzz')
# expect: BufferError Existing exports of data: object cannot be re-sized
v.release()
show(b.write, 'a')
# expect: TypeError a bytes-like object is required, not 'str'
show(io.BytesIO, 'a')
# expect: TypeError a bytes-like object is required, not 'str'
print(isinstance(b, io.IOBase), isinstance(sys.stdout, io.TextIOBase), isinstance(b, io.TextIOBase))  # expect: True True False
print(io.TextIOWrapper(io.BytesIO(b'a\r\nb')).read().encode())  # expect: b'a\nb'
w = io.TextIOWrapper(io.BytesIO(), encoding='utf-16')
w.write('ab')
w.flush()
print(w.buffer.getvalue(), w.encoding)  # expect: b'\xff\xfea\x00b\x00' utf-16
