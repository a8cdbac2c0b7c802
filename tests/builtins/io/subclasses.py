# Classes derived from streams, with a constructor of their own; array and collections.abc.
# since: 3.12
import array
import collections.abc
import io


class Text(io.TextIOWrapper):
    def __init__(self, raw):
        super().__init__(raw, encoding="latin-1")
        self.extra = 1

    def readline(self, *args):
        return super().readline(*args).upper()


text = Text(io.BytesIO(b"\xe9a\nb\n"))
print(ascii(text.readline()), list(text), text.extra, text.encoding)  # expect: '\xc9A\n' ['B\n'] 1 latin-1


class Doubled(io.BytesIO):
    def __init__(self, data):
        super().__init__(data * 2)

    def readline(self, size=-1):
        return b"<" + super().readline(size) + b">" if self.tell() < 4 else b""


print(Doubled(b"ab").read(), list(Doubled(b"ab")))  # expect: b'abab' [b'abab']


class File(io.FileIO):
    def __init__(self, path, note):
        super().__init__(path)
        self.note = note


class Reader(io.BufferedReader):
    def __init__(self, path):
        super().__init__(File(path, "x"))


print(File("/dev/null", 5).note, File("/dev/null", 5).read(), Reader("/dev/null").read(), Reader("/dev/null").raw.note)  # expect: 5 b'' b'' x
for cls in (io.BufferedReader, io.BufferedWriter):
    try:
        cls.__new__(cls).read(1) if cls is io.BufferedReader else cls.__new__(cls).write(b"a")
    except ValueError as error:
        print(error)
# expect: I/O operation on uninitialized object
# expect: I/O operation on uninitialized object
text = io.TextIOWrapper(io.BytesIO(b"one"))
text.read(1)
text.__init__(io.BytesIO(b"two"), encoding="ascii")
print(text.read(), text.encoding)  # expect: two ascii
print(isinstance(array.array("i"), collections.abc.MutableSequence), isinstance(memoryview(b""), collections.abc.Sequence), isinstance(array.array("i"), collections.abc.Buffer))  # expect: True True True
