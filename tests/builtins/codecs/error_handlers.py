# Error handlers: the built-in ones as functions, registered ones in every codec, what they may answer.
import codecs


def attempt(function, *arguments):
    try:
        result = function(*arguments)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(repr(result)[:180])


attempt(codecs.register_error, "x", 5)
attempt(codecs.register_error, 5, len)
attempt(codecs.lookup_error, "xx")
encode_error = UnicodeEncodeError("enc", "ab\xe9\u20ac\U0001f600", 2, 5, "why")
decode_error = UnicodeDecodeError("dec", b"ab\xff\xfec", 2, 4, "why")
translate_error = UnicodeTranslateError("abc", 1, 3, "why")
for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
    handler = codecs.lookup_error(name)
    print(name, handler is getattr(codecs, name + "_errors"))
    for error in (encode_error, decode_error, translate_error, ValueError("x"), 5):
        attempt(handler, error)
attempt(codecs.lookup_error("surrogateescape"), UnicodeDecodeError("utf-8", b"a\xff\xfe", 1, 3, "why"))
attempt(codecs.lookup_error("surrogateescape"), UnicodeEncodeError("utf-8", "a\udcff", 1, 2, "why"))
attempt("\xe9".encode, "ascii", "no such handler")
attempt(b"\xff".decode, "utf-8", "no such handler")
print("plain".encode("ascii", "no such handler"), b"plain".decode("ascii", "no such handler"))

seen = []


def remember(error):
    seen.append((type(error).__name__, error.encoding, error.object, error.start, error.end, error.reason))
    return ("<%d>" % (error.end - error.start), error.end)


codecs.register_error("remember", remember)
print(codecs.lookup_error("remember") is remember)
for encoding in ("ascii", "latin-1", "utf-8", "utf-16-le", "utf-32-be", "utf-16", "cp1252"):
    attempt("a\udc80\ud800b\u4e00".encode, encoding, "remember")
for data, encoding in ((b"a\xff\xfeb\xc3", "utf-8"), (b"a\xffb", "ascii"), (b"a\0\x00\xdcb\0c", "utf-16-le"), (b"\xd8\x00\0a\0", "utf-16-be"), (b"a\0\0\0\0\0\x11\0\xff", "utf-32-le"), (b"a\\x4zb\\", "unicode_escape"),
                       (b"a\x81b", "cp1252")):
    attempt(data.decode, encoding, "remember")
    attempt(str, bytearray(data), encoding, "remember")
    attempt(codecs.decode, data, encoding, "remember")
for item in seen:
    print(item)

for answer in (5, ("a",), ("a", "b"), (5, 1), ("a", 100), (b"z", 2), ("\xe9", 2), None, ("a", -100), ["a", 2], ("", 2), ("xyz", -1), ("a", 2, 3), ("a", 2 ** 70), ("\u20ac\udc80", 2)):
    codecs.register_error("answer", lambda error: answer)
    attempt("a\xe9b".encode, "ascii", "answer")
    attempt("a\udc80b".encode, "utf-16-le", "answer")
    attempt(b"a\xffb".decode, "utf-8", "answer")


def fail(error):
    raise KeyError("handler")


codecs.register_error("fail", fail)
attempt("\xe9".encode, "ascii", "fail")
attempt(b"\xff".decode, "ascii", "fail")
codecs.register_error("again", lambda error: ("", error.start + 1))
attempt("a\xe9\xea\xebb".encode, "ascii", "again")

# Handlers that touch what is being decoded
data = bytearray(b"a\xffb")


def shrink(error):
    data.clear()
    return ("", error.end)


codecs.register_error("shrink", shrink)
attempt(data.decode, "utf-8", "shrink")
print(data)
codecs.register_error("jump back", lambda error: ("!", 0 if len(calls) > 3 or calls.append(1) else error.end))
calls = []
attempt(b"\xff\xff\xff".decode, "ascii", "jump back")
