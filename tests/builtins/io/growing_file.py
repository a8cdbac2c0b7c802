# A text file that grows while it is read: the end is not for ever.
import os

path = f"/tmp/minipy-test-growing-{os.getpid()}"
with open(path, "w") as writer, open(path) as reader, open(path, "rb") as bytes_reader:
    for i in range(3):
        writer.write(f"line {i}\n")
        writer.flush()
        print(repr(reader.readline()), repr(reader.readline()), bytes_reader.read(), repr(reader.read()), list(reader))
os.remove(path)
# expect: 'line 0\n' '' b'line 0\n' '' []
# expect: 'line 1\n' '' b'line 1\n' '' []
# expect: 'line 2\n' '' b'line 2\n' '' []
