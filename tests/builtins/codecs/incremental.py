# Incremental coders and streams: any split of the input gives the same.
import codecs
import io
import os


def attempt(function, *arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(repr(result)[:180])


text = "a\xe9\u20ac\U0001f600z\n" * 3
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "unicode_escape"):
    encoder = codecs.getincrementalencoder(encoding)()
    states = [encoder.getstate()]
    data = b""
    for character in text:
        data += encoder.encode(character)
    data += encoder.encode("", True)
    states.append(encoder.getstate())
    encoder.reset()
    print(encoding, data == text.encode(encoding), states, encoder.encode("x") == "x".encode(encoding))
    for step in (1, 2, 3, 5, 7):
        decoder = codecs.getincrementaldecoder(encoding)()
        pieces = []
        saved = None
        for start in range(0, len(data), step):
            saved = decoder.getstate()
            decoder.setstate(saved)
            pieces.append(decoder.decode(data[start:start + step]))
        pieces.append(decoder.decode(b"", True))
        assert "".join(pieces) == text, (encoding, step, "".join(pieces))
    assert "".join(codecs.iterdecode([data[i:i + 3] for i in range(0, len(data), 3)], encoding)) == text
    assert b"".join(codecs.iterencode(text, encoding)) == data
for encoding in ("latin-1", "ascii", "cp1252"):
    print(encoding, codecs.getincrementalencoder(encoding)("replace").encode("a\xe9\u20ac"), codecs.getincrementaldecoder(encoding)("replace").decode(b"a\xe9\x80"))
decoder = codecs.getincrementaldecoder("utf-8")()
attempt(decoder.decode, b"\xc3")
attempt(decoder.getstate)
attempt(decoder.decode, b"\xa9")
attempt(decoder.decode, b"\xc3", True)
attempt(decoder.reset)
attempt(decoder.setstate, (b"\xc3", 0))
attempt(decoder.decode, b"\xa9")
attempt(decoder.decode, b"\xff")
decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
attempt(decoder.decode, b"\xffa\xe2\x82")
attempt(decoder.decode, b"b")
decoder = codecs.getincrementaldecoder("utf-16")()
for piece in (b"\xff", b"\xfea", b"\0", b"b"):
    attempt(decoder.decode, piece)
    attempt(decoder.getstate)
attempt(decoder.decode, b"", True)
attempt(codecs.getincrementaldecoder("utf-16")().decode, b"ab")
decoder = codecs.getincrementaldecoder("utf-8-sig")()
attempt(decoder.decode, b"\xef\xbb")
attempt(decoder.getstate)
attempt(decoder.decode, b"\xbfa")
attempt(decoder.getstate)
attempt(codecs.Codec().encode, "a")
attempt(codecs.IncrementalEncoder().encode, "a")
attempt(codecs.IncrementalDecoder().getstate)

reader = codecs.getreader("utf-8")(io.BytesIO(text.encode()))
print(ascii(reader.read()), reader.read())
reader = codecs.getreader("utf-8")(io.BytesIO(text.encode()))
print(ascii(reader.readline()), ascii(reader.readlines()))
reader = codecs.getreader("utf-16")(io.BytesIO(text.encode("utf-16")))
print([ascii(line) for line in reader])
reader = codecs.getreader("latin-1")(io.BytesIO(b"one\r\ntwo\rthree\nfour"))
print([reader.readline(), reader.readline(), reader.readline(), reader.readline(keepends=False), reader.readline()])
reader = codecs.getreader("utf-8")(io.BytesIO(text.encode()))
print(ascii(reader.read(-1, 3)), ascii(reader.read(chars=2)), ascii(reader.readline()))
raw = io.BytesIO()
writer = codecs.getwriter("utf-8")(raw)
writer.write("\xe9")
writer.writelines(["a", "\u20ac"])
print(raw.getvalue(), writer.getvalue() == raw.getvalue())
recoder = codecs.EncodedFile(io.BytesIO("\xe9\n\u20ac".encode("utf-8")), "utf-16-le", "utf-8")
print(recoder.read(), recoder.data_encoding, recoder.file_encoding)
path = f"/tmp/minipy-codecs-{os.getpid()}"
with codecs.open(path, "w", "utf-16") as file:
    file.write("\xe9\n")
    file.write("second\n")
with codecs.open(path, encoding="utf-16") as file:
    print([ascii(line) for line in file], file.encoding)
with open(path, "rb") as file:
    print(file.read())
os.remove(path)
