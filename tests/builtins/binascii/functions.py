# All of binascii's functions: values, options, exporters, errors.
import array
import binascii


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
    except Exception as error:
        result = f"{type(error).__module__}.{type(error).__name__}: {error}"
    print(function.__name__, *('view' if isinstance(a, memoryview) else repr(a)[:60] for a in arguments), keywords or "", "->", repr(result)[:200])


exporters = [b"abcdef", bytearray(b"abcdef"), memoryview(b"xxabcdef")[2:], array.array("H", [1, 2, 3]), memoryview(b"a.b.c.")[::2], memoryview(b"abcdef").cast("H"),
             "abcdef", 5, None, [1, 2], "\xe9\xe8", "\ud800"]
for function in (binascii.hexlify, binascii.unhexlify, binascii.b2a_base64, binascii.a2b_base64, binascii.b2a_uu, binascii.b2a_qp, binascii.a2b_qp, binascii.crc32):
    for exporter in exporters:
        try:
            print(function.__name__, function(exporter))
        except (TypeError, ValueError, BufferError) as error:
            print(function.__name__, type(error).__name__, error)

# hexadecimal
for data in (b"", b"\x00", b"\x01\x7f\x80\xff", bytes(range(256))):
    text = binascii.hexlify(data)
    print(len(text), text[:64], text == binascii.b2a_hex(data), text.decode() == data.hex(), binascii.unhexlify(text) == data == binascii.a2b_hex(text.upper().decode()))
for count in range(70):
    data = bytes((i * 37 + count) & 255 for i in range(count))
    assert binascii.unhexlify(binascii.hexlify(data)) == data and bytes.fromhex(data.hex()) == data, count
    text = data.hex()
    for place in range(len(text)):
        for wrong in "g/:@`G \x00":
            broken = text[:place] + wrong + text[place + 1:]
            try:
                binascii.unhexlify(broken)
                print("accepted", broken)
            except binascii.Error:
                pass
for separator in ("-", b"-", b"\x80", "", "--", "\xff", 5, None):
    attempt(binascii.hexlify, b"abcde", separator)
for group in (-7, -3, -2, -1, 0, 1, 2, 3, 5, 6, 2 ** 31, 1.5):
    attempt(binascii.hexlify, b"abcde", ":", group)
attempt(binascii.hexlify, b"abcde", bytes_per_sep=2)
attempt(binascii.hexlify, data=b"abcde", sep="-", bytes_per_sep=-2)
for text in ("1", b"123", "zz", b"1 ", "0x", b"\xc3\xa9"):
    attempt(binascii.unhexlify, text)

# base64
for data in (b"", b"a", b"ab", b"abc", b"abcd", bytes(range(64)), b"\xff" * 50):
    attempt(binascii.b2a_base64, data)
    attempt(binascii.b2a_base64, data, newline=False)
for count in range(120):
    data = bytes((i * 91 + count) & 255 for i in range(count))
    text = binascii.b2a_base64(data, newline=False)
    assert binascii.a2b_base64(text) == binascii.a2b_base64(text, strict_mode=True) == binascii.a2b_base64(b"\n".join([text[:33], text[33:70], text[70:]])) == data, count
for text in ("", "=", "==", "a", "ab", "abc", "abcd", "abcde", "a=", "ab=", "ab==", "ab===", "abc=", "abc==", "abcd=", "abcd==", "=abcd", "ab=c", "ab=c=", "a=bcd", "ab==cd", "ab=\n=", "ab\n==",
             "YWJj\nYWJj", "YWJj YQ==", "YWJj.YQ==", "YWJjYQ==YWJj", "YWJjYQ==\n", "-_-_", "\x00", "YW\x80Jj", "!" * 8, "a" * 33, "a" * 32 + "!" + "b" * 31 + "==", "a" * 40 + "=" + "b" * 40,
             "a" * 40 + "a=" + "b" * 40, "a" * 40 + "aa=" + "b" * 40, "aaaa" * 10 + "aa=="):
    attempt(binascii.a2b_base64, text.encode("latin-1"))
    attempt(binascii.a2b_base64, text.encode("latin-1"), strict_mode=True)

# uuencode
for data in (b"", b"a", b"ab", b"abc", b"\x00\x00", bytes(range(45)), b"x" * 46):
    attempt(binascii.b2a_uu, data)
    attempt(binascii.b2a_uu, data, backtick=True)
for line in (b"", b" ", b" \n", b"`\n", b"#86)C\n", b"#86)C", b"#86)", b"#", b"#86)CX", b"#86)C`` \n\r", b"#86)C\x80", b"#8\x7f)C", b"!\n", b"\x00", b"M" + b"8" * 60, "#86)C"):
    attempt(binascii.a2b_uu, line)

# quoted-printable
for text in (b"", b"plain", b"a=b", b"tab\tspace ", b"end \n", b"end\t\r\n", b".\n", b".", b"a.\n", b"..", b"\x00\x01\x7f\x80\xff", b"_under", b"x" * 80, b"x" * 75 + b"=", b"x" * 74 + b"\n" + b"y" * 77,
             b"\r\n.\r\n", b"a\rb", b"a\nb\r\nc", b"a\r\nb\nc", b" \t", b"a b\tc\n" * 3, b"x" * 76 + b"\n", b"x" * 77 + b"\r\n", b"=" * 30, b".\x00"):
    attempt(binascii.b2a_qp, text)
    attempt(binascii.b2a_qp, text, True, False, True)
    attempt(binascii.b2a_qp, text, header=True)
    attempt(binascii.b2a_qp, text, istext=False)
for text in (b"", b"=", b"==", b"a=", b"a=\n", b"a=\nb", b"a=\r\nb", b"a=\rb\nc", b"=41=4a=4A", b"=4", b"=4g", b"=g4", b"==41", b"_a_", b"a=3D\n=20", b"= \n", b"=\r", "a=41", "\xe9"):
    attempt(binascii.a2b_qp, text)
    attempt(binascii.a2b_qp, text, header=True)

# checksums
for data in (b"", b"a", b"abc", b"1234567", b"12345678", b"123456789", bytes(range(256)) * 3):
    print(binascii.crc32(data), binascii.crc32(data, 1), binascii.crc32(data, -1), binascii.crc32(data, 2 ** 40 + 5), binascii.crc_hqx(data, 0), binascii.crc_hqx(data, 2 ** 20 + 77), binascii.crc_hqx(data, -3))
for arguments in ((b"a", "x"), (b"a", 1.5), (b"a", 1, 2), ()):
    attempt(binascii.crc32, *arguments)
attempt(binascii.crc_hqx, b"a")
attempt(binascii.crc_hqx, "a", 0)

print(binascii.Error.__mro__, binascii.Incomplete.__mro__, binascii.Error.__module__)
attempt(binascii.b2a_base64)
attempt(binascii.b2a_base64, b"", True)
attempt(binascii.hexlify)
attempt(binascii.unhexlify)


# The separator's length may be anything, and anything may happen while it is asked.
class Separator:
    def __repr__(self):
        return "Separator()"

    def __len__(self):
        data.append(1) if len(data) < 4 else data.clear()
        return 1


data = bytearray(b"abc")
attempt(binascii.hexlify, data, Separator())
print(len(data))
