import os


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


path = f'/tmp/minipy-test-{os.getpid()}.txt'
with open(path, 'w') as f:
    print(f.write('héllo\nline2\n'), f.mode, f.closed, f.encoding)  # expect: 12 w False utf-8
with open(path) as f:
    print(f.readline(), f.tell(), f.read(), f.readlines(), f.seek(0), [l for l in f], f.writable())
# expect: héllo
# expect:  7 line2
# expect:  [] 0 ['héllo\n', 'line2\n'] False
with open(path, 'rb') as f:
    print(f.read(3), f.tell(), f.readline(), f.peek(3)[:3])  # expect: b'h\xc3\xa9' 3 b'llo\n' b'lin'
with open(path, 'a+') as f:
    f.write('more')
    f.seek(0)
    print(f.read())
# expect: héllo
# expect: line2
# expect: more
show(open, '/nonexistent/x')
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nonexistent/x'
show(open, '/tmp')
# expect: IsADirectoryError [Errno 21] Is a directory: '/tmp'
show(open, path, 'zz')
# expect: ValueError invalid mode: 'zz'
show(open, path, 'rw')
# expect: ValueError must have exactly one of create/read/write/append mode
show(open, path, 'rb', encoding='a')
# expect: ValueError binary mode doesn't take an encoding argument
show(f.read)
# expect: ValueError I/O operation on closed file.
show(open, 3.5)
# expect: TypeError expected str, bytes or os.PathLike object, not float
show(open(path).write, 'a')
# expect: UnsupportedOperation not writable
show(open(path, 'rb').write, b'a')
# expect: UnsupportedOperation write
with open(path, 'rb+') as f:
    f.write(b'XX')
    f.seek(0)
    print(f.read())  # expect: b'XX\xa9llo\nline2\nmore'
os.remove(path)
