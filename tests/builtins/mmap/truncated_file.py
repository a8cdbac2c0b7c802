# differs: CPython ends with a bus error when the file under a map has become shorter (COMPATIBILITY.md#memory-safety)
import mmap
import os

path = f"/tmp/minipy-mmap-truncated-{os.getpid()}"
with open(path, "w+b") as file:
    file.write(b"x" * 20000)
    file.flush()
    m = mmap.mmap(file.fileno(), 0)
    print(m[19999], len(m))  # expect: 120 20000
    file.truncate(10)
    print(m[19999], m[5], m[10], sum(memoryview(m)[4096:]), m.find(b"y"))  # expect: 0 120 0 0 -1
    m[15000] = 7
    view = memoryview(m)
    print(m[15000], view[15000], os.path.getsize(path))  # expect: 7 7 10
    view.release()
    m.resize(30000)
    m[29999] = 1
    print(m[29999], os.path.getsize(path))  # expect: 1 30000
    m.close()
os.remove(path)

# Shared anonymous memory can grow.
m = mmap.mmap(-1, 4096)
m[:5] = b"hello"
m.resize(100000)
m[99999] = 33
print(m[:5], m[4096], m[99999])  # expect: b'hello' 0 33

# Memory that cannot be read, or stands elsewhere, is not to be had.
for options in ({"prot": 0}, {"prot": mmap.PROT_EXEC}, {"flags": mmap.MAP_SHARED | 0x10}, {"flags": mmap.MAP_PRIVATE | 0x100}):
    m = mmap.mmap(-1, 4096, **options)
    print(m[0], end=" ")
print()  # expect: 0 0 0 0
m = mmap.mmap(-1, 4096)
for option in (mmap.MADV_HWPOISON, 102, -1):
    try:
        m.madvise(option)
    except OSError as error:
        print(error, m[0])
# expect: [Errno 22] Invalid argument 0
# expect: [Errno 22] Invalid argument 0
# expect: [Errno 22] Invalid argument 0
