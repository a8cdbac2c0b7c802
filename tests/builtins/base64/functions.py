# All of base64's functions: values, options, exporters, errors.
import array
import base64
import io


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as error:
        result = f"{type(error).__module__}.{type(error).__name__}: {error}"
    print(function.__name__, *('view' if isinstance(a, memoryview) else repr(a)[:60] for a in arguments), keywords or "", "->", repr(result)[:300])


encoders = [base64.b64encode, base64.standard_b64encode, base64.urlsafe_b64encode, base64.b32encode, base64.b32hexencode, base64.b16encode, base64.a85encode, base64.b85encode, base64.z85encode,
            base64.encodebytes]
decoders = [base64.b64decode, base64.standard_b64decode, base64.urlsafe_b64decode, base64.b32decode, base64.b32hexdecode, base64.b16decode, base64.a85decode, base64.b85decode, base64.z85decode,
            base64.decodebytes]
exporters = [b"abcdefg", bytearray(b"abcdefg"), memoryview(b"..abcdefg")[2:], array.array("B", b"abcdefg"), memoryview(b"abcdefg")[::2], memoryview(b"abcdefgh").cast("H"), "abcdefg", 5, None]
for encode, decode in zip(encoders, decoders):
    for exporter in exporters:
        attempt(encode, exporter)
        attempt(decode, exporter)
    for count in list(range(20)) + [57, 58, 100]:
        data = bytes((i * 91 + count * 7) & 255 for i in range(count))
        text = encode(data)
        assert decode(text) == data, (encode, count)
        if encode is not base64.encodebytes:
            assert decode(text.decode()) == decode(memoryview(text)) == decode(bytearray(text)) == data
        print(encode.__name__, count, text[:90], type(text).__name__, type(decode(text)).__name__)

attempt(base64.b64encode, b"\xfb\xff", b"-_")
attempt(base64.b64encode, b"\xfb\xff", altchars=bytearray(b"*$"))
attempt(base64.b64encode, b"\xfb\xff", b"abc")
attempt(base64.b64encode, b"\xfb\xff", "-_")
attempt(base64.b64decode, b"-_8=", b"-_")
attempt(base64.b64decode, "-_8=", "-_")
attempt(base64.b64decode, b"-_8=", validate=True)
attempt(base64.b64decode, b"YWJj\n", validate=True)
attempt(base64.b64decode, b"YWJj\n")
attempt(base64.b64decode, b"YWJ")
attempt(base64.b64decode, b"Y")
attempt(base64.b64decode, "YWJj\xe9")
attempt(base64.b64decode, b"YWJj", b"a")
attempt(base64.urlsafe_b64decode, "-_-_+/+/")

for text in (b"", b"ME======", b"me======", b"MF2A====", b"MFRA====", b"MFRGG===", b"MFRGGZA=", b"MFRGGZDF", b"M1023456", b"M=======", b"=" * 8, b"MFRGG=A=", b"MFRGGZD", b"MFRGGZD!", "MFRGGZDF", "\xe9" * 8,
             b"MFRGGZDFMFRGGZDF", b"MFR=====", b"MFRGGZ=="):
    attempt(base64.b32decode, text)
    attempt(base64.b32decode, text, True)
    attempt(base64.b32decode, text, map01=b"L")
    attempt(base64.b32decode, text, casefold=True, map01="I")
    attempt(base64.b32hexdecode, text)
    attempt(base64.b32hexdecode, text, casefold=True)
for text in (b"", b"0102ABCD", b"0102abcd", b"0", b"0G", "0102", "\xe9\xe9", b"01 2"):
    attempt(base64.b16decode, text)
    attempt(base64.b16decode, text, True)

for data in (b"", b"a", b"\x00" * 4, b"\x00" * 5, b"    ", b"     ", b"\x00" * 3, b"abcd" * 30, b"\xff" * 7, b"\x00\x00\x00\x00    \x00"):
    for options in ({}, {"foldspaces": True}, {"pad": True}, {"adobe": True}, {"wrapcol": 7}, {"wrapcol": 1, "adobe": True}, {"wrapcol": 10, "adobe": True, "pad": True, "foldspaces": True}):
        attempt(base64.a85encode, data, **options)
    attempt(base64.b85encode, data)
    attempt(base64.b85encode, data, pad=True)
    attempt(base64.b85encode, data, True)
    attempt(base64.z85encode, data)
for text in (b"", b"z", b"y", b"<~z~>", b"z~>", b"<~~>", b"~>", b"87cURD]i,\"Ebo80", b"87cUR D]i,\"\nEbo80", b"!z", b"!y", b"!!!!!", b"s8W-!", b"s8W-\"", b"uuuuu", b"u", b"!", b"vvvvv", b"\xff", b"87~>cU", "87cUR", "\xe9"):
    for options in ({}, {"foldspaces": True}, {"adobe": True}, {"ignorechars": b""}):
        attempt(base64.a85decode, text, **options)
    attempt(base64.b85decode, text)
    attempt(base64.z85decode, text)
for text in (b"|NsC0", b"|NsC1", b"~~~~~", b"abc de", b"abcd\"", b"VPaz", b"VPa!s", b"%%%%%", b";;;;;", b"0", b"~", b"00000\x00"):
    attempt(base64.b85decode, text)
    attempt(base64.z85decode, text)
attempt(base64.b85decode, "\u20ac")

for data in (b"", b"x", b"y" * 57, b"z" * 58, bytearray(b"w" * 200), memoryview(b"abc"), memoryview(b"abcd").cast("H"), array.array("i", [1]), "abc", 3, memoryview(b"abcd").cast("B", (2, 2))):
    attempt(base64.encodebytes, data)
    attempt(base64.decodebytes, data)
for data in (b"", b"abc", b"q" * 58, bytes(range(256))):
    source, target, back = io.BytesIO(data), io.BytesIO(), io.BytesIO()
    base64.encode(source, target)
    target.seek(0)
    base64.decode(target, back)
    print(target.getvalue()[:100], back.getvalue() == data)
attempt(base64.b64encode)
attempt(base64.b64decode)
attempt(base64.a85encode, b"", True)
print(sorted(base64.__all__))
