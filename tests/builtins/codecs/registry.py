# The registry: encode, decode, lookup, register, what str.encode and bytes.decode make of it.
import codecs
import io


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as error:
        result = f"{type(error).__name__}: {error} {getattr(error, '__notes__', '')}"
    print(getattr(function, "__name__", "?"), *("function" if callable(a) else type(a).__name__ if isinstance(a, (memoryview, io.BytesIO)) else repr(a)[:50] for a in arguments), keywords or "", "->", repr(result)[:180])


for name in ("utf8", "UTF-8", "latin1", "Latin-1", "ascii", "us-ascii", "utf-16", "utf-16-le", "UTF_16BE", "utf32", "utf-32-be", "utf-8-sig", "unicode_escape", "raw-unicode-escape", "hex", "base64", "rot13", "zlib", "quopri",
             "cp1252", "windows-1252", "iso-8859-15", "KOI8-R", "cp437"):
    info = codecs.lookup(name)
    print(name, info.name, info._is_text_encoding, isinstance(info, tuple), len(info), info[0] is info.encode, info.incrementalencoder.__name__, info.streamreader.__name__)
attempt(codecs.lookup, "xx")
attempt(codecs.lookup, 5)
attempt(codecs.encode, "\xe9", "ascii")
attempt(codecs.encode, "\xe9")
attempt(codecs.encode, "\xe9", "latin-1")
attempt(codecs.encode, "\xe9\u20ac", "latin-1", "replace")
attempt(codecs.encode, "\xe9\u20ac", "ascii", "xmlcharrefreplace")
attempt(codecs.encode, b"a", "hex")
attempt(codecs.decode, "616263", "hex")
attempt(codecs.decode, b"6", "hex")
attempt(codecs.encode, b"hello" * 20, "base64")
attempt(codecs.decode, b"aGVsbG8=\n", "base64")
attempt(codecs.encode, "Hello, World", "rot13")
attempt(codecs.decode, "Uryyb", "rot_13")
attempt(codecs.decode, codecs.encode(bytearray(b"x" * 100), "zlib"), "zlib")
attempt(codecs.encode, b"a=b c\n", "quopri")
attempt(codecs.decode, b"a=3Db", "quopri")
attempt(codecs.decode, "abc", "utf-8")
attempt(codecs.decode, memoryview(b"ab\xc3\xa9")[1:], "utf-8")
attempt(codecs.decode, b"\xff", "utf-8", errors="replace")
attempt(codecs.encode, obj="a", encoding="utf-16-be")
attempt(codecs.encode, "a", "xx")
attempt("abc".encode, "hex")
attempt(b"61".decode, "hex")
attempt("abc".encode, "rot13")
attempt("abc".encode, "no such")
attempt(b"abc".decode, "no such")
attempt(str, b"abc", "no such")
attempt(bytes, "abc", "no such")
attempt(bytearray, "abc", "no such")
attempt("abc".encode, "a\0b")

# Codecs of one byte per character
for name in ("cp1252", "cp1251", "iso8859-15", "koi8-r", "cp437", "mac-roman", "cp874", "iso8859-7"):
    everything = bytes(range(256))
    text = everything.decode(name, "replace")
    print(name, ascii(text[128:140]), text.encode(name, "ignore") == bytes(b for b in everything if bytes([b]).decode(name, "ignore")), "\u20ac\xe9z".encode(name, "backslashreplace"), "plain".encode(name))
attempt(b"a\x81b".decode, "cp1252")
attempt(b"a\x81b".decode, "cp1252", "ignore")
attempt("a\u4e00\u4e01b".encode, "cp1252")
attempt("a\u4e00\u4e01b".encode, "cp1252", "replace")
attempt("a\u4e00b".encode, "cp1252", "xmlcharrefreplace")
print(io.TextIOWrapper(io.BytesIO(b"caf\xe9 \x80\n"), encoding="cp1252").read())
raw = io.BytesIO()
writer = io.TextIOWrapper(raw, encoding="cp1252", newline="")
writer.write("caf\xe9 \u20ac\n")
writer.flush()
print(raw.getvalue())
attempt(io.TextIOWrapper, io.BytesIO(b""), encoding="no such")
attempt(open, "/dev/null", encoding="no such")

# Codecs of one's own
def upper(name):
    if name == "up_x":
        return codecs.CodecInfo(lambda s, e="strict": (s.upper().encode(), len(s)), lambda b, e="strict": (bytes(b).decode().lower(), len(b)), name="up")


codecs.register(upper)
attempt("abc".encode, "Up-X")
attempt(b"ABC".decode, "up-x")
attempt(str, b"ABC", "UP x")
attempt(str, memoryview(b"ABC"), "UP x")
attempt(bytes, "abc", "up x")
attempt(bytearray, "abc", "up x")
print(codecs.lookup("up-x").name, codecs.getencoder("up-x")("q"))
codecs.unregister(upper)
attempt("abc".encode, "Up-X")
codecs.register(lambda n: (1, 2, 3) if n == "bad1" else 5 if n == "bad2" else (lambda s: 5, lambda b: 5, None, None) if n == "bad3" else (lambda s: ("x", 1), lambda b: (b"x", 1), None, None) if n == "bad4" else None)
for name in ("bad1", "bad2", "bad3", "bad4"):
    attempt("a".encode, name)
    attempt(b"a".decode, name)
    attempt(codecs.encode, "a", name)
    attempt(codecs.decode, b"a", name)
attempt(codecs.register, 5)
attempt(codecs.unregister, 5)

print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM, codecs.BOM_UTF16, codecs.BOM_UTF32, codecs.BOM64_LE, codecs.BOM32_BE)
for name in ("utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "latin_1", "ascii", "unicode_escape", "raw_unicode_escape"):
    encoded = getattr(codecs, name + "_encode")("a\x7f")
    print(name, encoded, getattr(codecs, name + "_decode")(encoded[0]), getattr(codecs, name + "_decode")(memoryview(encoded[0]), "strict"))
attempt(codecs.utf_8_encode, 5)
attempt(codecs.utf_8_decode, "a")
attempt(codecs.utf_8_decode, b"ab\xc3")
attempt(codecs.utf_8_decode, b"ab\xc3", "strict", True)
attempt(codecs.utf_8_decode, b"ab\xc3", "ignore", True)
attempt(codecs.utf_8_decode, b"ab\xc3", None)
attempt(codecs.utf_16_decode, b"a\0b")
attempt(codecs.utf_16_ex_decode, b"\xff\xfea\0", "strict", 0, False)
attempt(codecs.utf_16_ex_decode, b"\xfe\xff\0a", "strict", 0, True)
attempt(codecs.utf_16_ex_decode, b"a\0", "strict", 0, False)
attempt(codecs.utf_16_ex_decode, b"\0a", "strict", 1, False)
attempt(codecs.ascii_decode, b"\xff", "replace")
attempt(codecs.readbuffer_encode, "a")
attempt(codecs.escape_encode, b"\n\x41'\"\xff")
attempt(codecs.charmap_encode, "abc", "strict", {97: 65, 98: b"xy", 99: 66})
attempt(codecs.charmap_encode, "abc", "strict", {97: 65, 98: "x"})
attempt(codecs.charmap_encode, "abc", "replace", {97: 65, 98: None, 99: 66, 63: 63})
attempt(codecs.charmap_decode, b"abc", "strict", {97: "ae", 98: 0x20AC, 99: "c"})
attempt(codecs.charmap_decode, b"abc", "replace", {97: "x"})
attempt(codecs.charmap_decode, b"abc", "strict", {97: "\ufffe"})
attempt(codecs.charmap_decode, b"a\xff")
print(codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: 2, 3: 2, 4: 5}))
