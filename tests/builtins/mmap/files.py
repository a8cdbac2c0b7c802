# Maps of files: what is written to one is in the other; sizes, offsets, resizing.
import io
import mmap
import os


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(repr(result)[:160])


path = f"/tmp/minipy-mmap-{os.getpid()}"
with open(path, "w+b") as file:
    file.write(b"hello\nworld\n")
    file.flush()
    number = file.fileno()
    attempt(mmap.mmap, number, 100)
    attempt(mmap.mmap, number, 0, offset=100)
    attempt(mmap.mmap, number, 5, offset=5)
    m = mmap.mmap(number, 0)
    print(m, m.size(), m.readline(), m.readline(), m.readline(), m.tell())
    m[0:5] = b"HELLO"
    m.flush()
    file.seek(0)
    print(file.read())
    file.seek(0)
    file.write(b"J")
    file.flush()
    print(m[:6], m.find(b"world", 0))
    m.resize(5000)
    print(len(m), m.size(), os.path.getsize(path), m[12:15], m[4999])
    m.resize(4)
    print(m, m.read(), m.size(), os.path.getsize(path))
    view = memoryview(m)
    attempt(m.resize, 100)
    attempt(m.close)
    print(os.path.getsize(path), bytes(view))
    view.release()
    m.close()
    attempt(m.size)

    copy = mmap.mmap(number, 0, access=mmap.ACCESS_COPY)
    copy[0] = 63
    file.seek(0)
    print(copy[:], file.read())
    attempt(copy.resize, 10)
    private = mmap.mmap(number, 0, flags=mmap.MAP_PRIVATE)
    private[0] = 64
    print(private[:], copy[:])
    copy.close()
    private.close()

    file.seek(0)
    file.truncate(0)
    attempt(mmap.mmap, number, 0)
    attempt(mmap.mmap, number, 1)
    file.write(b"".join(b"%07d\n" % i for i in range(2500)))
    file.flush()
    m = mmap.mmap(number, 100, offset=4096)
    print(m, m.size(), m[:8], m.rfind(b"00005"))
    attempt(m.resize, 200)
    print(m.size(), os.path.getsize(path), len(m))
    m.close()
    m = mmap.mmap(number, 0, trackfd=False)
    attempt(m.size)
    attempt(m.resize, 5)
    print(len(m), m[8:16])
    m.close()

# The map outlives the file object, and the descriptor is its own.
with open(path, "rb") as file:
    read_only = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    attempt(mmap.mmap, file.fileno(), 0, access=mmap.ACCESS_WRITE)
    attempt(mmap.mmap, file.fileno(), 0)
    attempt(mmap.mmap, file.fileno(), 0, prot=mmap.PROT_READ)
    attempt(mmap.mmap, file.fileno(), 0, mmap.MAP_PRIVATE, mmap.PROT_READ | mmap.PROT_WRITE)
print(read_only[:8], read_only.size(), read_only.closed)
attempt(read_only.__setitem__, 0, 1)
attempt(memoryview(read_only).__setitem__, 0, 1)
os.remove(path)
print(read_only[8:16])

# Consumers
m = mmap.mmap(-1, 16)
print(io.BytesIO(b"0123456789abcdefXYZ").readinto(m), m[:])
with open(path, "w+b") as file:
    file.write(m)
    file.seek(4)
    print(file.readinto(memoryview(m)[:8]), m[:])
os.remove(path)
print(int.from_bytes(m, "little") == int.from_bytes(m[:], "little"), b"89" in bytes(m), b"-".join([m, m]) == m[:] + b"-" + m[:], m[:].translate(None, b"4567"))
