# differs: CPython crashes (COMPATIBILITY.md#memory-safety)
# Arguments whose conversion changes, closes or exports the stream that they are given to; raw streams that call back.
import io
import os

path = f"/tmp/minipy-test-io-reentrancy-{os.getpid()}"


class Buffer:
    def __init__(self, action, data=b"12345678"):
        self.action, self.data = action, bytearray(data)

    def __buffer__(self, flags):
        self.action()
        return memoryview(self.data)


class Index:
    def __init__(self, action, value):
        self.action, self.value = action, value

    def __index__(self):
        self.action()
        return self.value


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        text = str(error)
        print(name, type(error).__name__, text[:text.find(" at 0x")] if " at 0x" in text else text)


def streams():
    yield "bytes", io.BytesIO(b"abcdefgh")
    with open(path, "wb") as file:
        file.write(b"abcdefgh")
    yield "random", open(path, "r+b")
    yield "raw", open(path, "r+b", buffering=0)
    yield "wrapped", io.BufferedRandom(io.BytesIO(b"abcdefgh"))


for action_name, act in {
    "close": lambda s: s.close(), "seek": lambda s: s.seek(5), "truncate": lambda s: s.truncate(0), "write": lambda s: s.write(b"xyz"), "read": lambda s: s.read(2), "detach": lambda s: s.detach() if hasattr(s, "raw") else s.close(),
}.items():
    for stream_name, s in streams():
        name = f"{stream_name} {action_name}"
        done = []

        def once():
            if not done:
                done.append(1)
                act(s)

        attempt(name + " write", lambda: s.write(Buffer(once)))
        done.clear()
        attempt(name + " readinto", lambda: s.readinto(Buffer(once)))
        done.clear()
        attempt(name + " read", lambda: s.read(Index(once, 3)))
        done.clear()
        attempt(name + " seek", lambda: s.seek(Index(once, 1)))
        done.clear()
        attempt(name + " truncate", lambda: s.truncate(Index(once, 4)))
        done.clear()
        attempt(name + " readline", lambda: s.readline(Index(once, 4)))
        done.clear()
        attempt(name + " writelines", lambda: s.writelines(x for x in [b"a", once(), b"b"] if x))
        try:
            s.close()
        except ValueError:
            pass


# A BytesIO reads into its own memory, and writes it.
s = io.BytesIO(b"0123456789")
with s.getbuffer() as view:
    s.seek(5)
    attempt("into itself", lambda: s.readinto(view))
    s.seek(0)
    attempt("from itself", lambda: s.write(view))
    s.seek(3)
    attempt("from itself, too much", lambda: s.write(view))
print(s.getvalue())


# Raw streams that call their buffer back.
class Raw(io.RawIOBase):
    def __init__(self):
        self.buffer = None
        self.kept = None

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def seek(self, offset, whence=0):
        return 0

    def tell(self):
        return 0

    def readinto(self, view):
        self.kept = view
        attempt("inside readinto: read", lambda: self.buffer.read(1)) if self.buffer else None
        view[:3] = b"abc"
        return 3

    def write(self, data):
        attempt("inside write: write", lambda: self.buffer.write(b"1")) if self.buffer else None
        attempt("inside write: close", lambda: self.buffer.close()) if self.buffer else None
        return len(data)


raw = Raw()
reader = io.BufferedReader(raw, 8)
raw.buffer = reader
print(reader.read(2), reader.read(1))
raw.kept = None
raw.buffer = None
writer = io.BufferedWriter(raw, 4)
raw.buffer = writer
attempt("write", lambda: writer.write(b"0123456789"))
raw.buffer = None
writer.close()


# Error handlers that read the file they decode for.
import codecs

with open(path, "wb") as file:
    file.write(b"one\xfftwo\nthree\xff\nfour\n")
text = open(path, encoding="utf-8", errors="again")


def again(error):
    try:
        text.readline()
    except Exception as e:
        print("inside:", type(e).__name__)
    return ("?", error.end)


depth = []


def once_again(error):
    if not depth:
        depth.append(1)
        print("inside", repr(text.read(2)))
    return ("?", error.end)


codecs.register_error("again", once_again)
attempt("text", lambda: sorted(text.read()) != [])
text.close()
with open(path, encoding="utf-8", errors="again") as text:
    depth.clear()
    print(len(text.read()) <= 20)
os.remove(path)
