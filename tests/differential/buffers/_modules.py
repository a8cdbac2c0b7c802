"""What modules do with memory: struct, binascii, base64, zlib, hashlib, codecs, int."""
import base64
import binascii
import codecs
import hashlib
import struct
import zlib

from _arguments import Acting, data_of, index, item_for, number, struct_format, wrong
from _sequences import call
from _show import show


def call_of(function, *arguments, **keywords):
    shown = ", ".join([show(a) for a in arguments] + [f"{k}={show(v)}" for k, v in keywords.items()])
    return f"{function.__name__}({shown})", lambda: function(*arguments, **keywords)


def target(dice, env):
    """Something to write into, mostly."""
    kind = dice.below(6)
    if kind < 3:
        return env.variable()
    return bytearray(dice.data(20)) if kind < 5 else memoryview(bytearray(24))[dice.below(3) :: dice.of([1, 1, 2])]


def packing(dice, env):
    text, codes = struct_format(dice)
    values = [item_for(dice, code) for code in codes]
    if dice.one_in(12):
        values = values[:-1] if dice.below(2) else values + [1]
    kind = dice.below(3)
    if kind == 0:
        return call_of(struct.pack, text, *values)
    if kind == 1:
        return call_of(struct.pack_into, text, target(dice, env), index(dice, 8), *values)
    return f"Struct({show(text)}).pack({show(values)})", lambda: struct.Struct(text).pack(*values)


def round_trip(dice, env):
    text, codes = struct_format(dice)
    values = [item_for(dice, code) for code in codes]
    return f"round trip {show(text)} {show(values)}", lambda: struct.unpack(text, struct.pack(text, *values))


def unpacking(dice, env):
    text, codes = struct_format(dice)
    try:
        size = struct.calcsize(text)
    except Exception:
        size = 4
    data = bytes([dice.below(256) for _ in range(size if dice.below(4) else dice.below(12))]) if size < 100 else b""
    if dice.below(3) == 0:
        data = dice.of([bytearray(data), memoryview(data), data_of(dice, env), wrong(dice)])
    kind = dice.below(6)
    if kind == 0:
        return call_of(struct.unpack, text, data)
    if kind == 1:
        return call_of(struct.unpack_from, text, data, index(dice, 4))
    if kind == 2:
        return f"iter_unpack({show(text)}, {show(data)})", lambda: list(struct.iter_unpack(text, data))
    if kind == 3:
        return call_of(struct.calcsize, text)
    if kind == 4:
        return f"Struct({show(text)})", lambda: (lambda s: (s.format, s.size, s.unpack_from(data)))(struct.Struct(text))
    return f"unpack_from({show(text)}, buffer={show(data)}, offset=1)", lambda: struct.unpack_from(text, buffer=data, offset=1)


def floats(dice, env):
    code, value = dice.of(["e", "f", "d", "<e", ">f", ">d", "=e"]), item_for(dice, "d")
    return f"float {code} {show(value)}", lambda: (lambda data: (data, struct.unpack(code, data)))(struct.pack(code, value))


def hexadecimal(dice, env):
    kind = dice.below(4)
    if kind == 0:
        return call_of(binascii.hexlify, data_of(dice, env), *([dice.of([":", b"-", "ab", 5]), dice.of([1, 2, -3, 0])][: dice.below(3)]))
    text = dice.of(["", "00", "0", "aB", "xy", "61 62", " 61\n62 ", "6 1", "\u0661", "0g", "abc", b"6162", bytearray(b"61"), 5, dice.data(6)])
    if kind == 1:
        return call_of(binascii.unhexlify, text)
    if isinstance(text, (bytes, bytearray)):
        text = "616"
    return (f"bytes.fromhex({show(text)})", lambda: bytes.fromhex(text)) if kind == 2 else (f"bytearray.fromhex({show(text)})", lambda: bytearray.fromhex(text))


def base64_text(dice):
    text = dice.of([base64.b64encode, base64.b32encode, base64.b16encode, base64.b85encode, base64.a85encode])(dice.data())
    if text and dice.below(2):
        at = dice.below(len(text))
        text = text[:at] + bytes([dice.of(b"=\n !~zA-_\xff1l")]) + text[at + dice.below(2) :]
    return text.decode("latin-1") if dice.one_in(5) else text


def base_64(dice, env):
    text = base64_text(dice)
    kind = dice.below(10)
    if kind == 0:
        return call_of(binascii.a2b_base64, text, strict_mode=bool(dice.below(2)))
    if kind == 1:
        return call_of(binascii.b2a_base64, data_of(dice, env), newline=bool(dice.below(2)))
    if kind == 2:
        return call_of(base64.b64decode, text, dice.of([None, b"-_", "+/", b"abc"]), validate=bool(dice.below(2)))
    if kind == 3:
        return call_of(base64.b32decode, text, bool(dice.below(2)), dice.of([None, b"L", b"I", "L"]))
    if kind == 4:
        return call_of(base64.b16decode, text, bool(dice.below(2)))
    if kind == 5:
        return call_of(base64.b85decode, text)
    if kind == 6:
        return call_of(base64.a85decode, text, foldspaces=bool(dice.below(2)), adobe=dice.one_in(4))
    if kind == 7:
        return call_of(base64.a85encode, data_of(dice, env), foldspaces=bool(dice.below(2)), wrapcol=dice.of([0, 0, 5]), pad=bool(dice.below(2)), adobe=bool(dice.below(2)))
    if kind == 8:
        return call_of(dice.of([base64.urlsafe_b64decode, base64.standard_b64decode, base64.decodebytes, base64.b32hexdecode]), text)
    return call_of(dice.of([base64.b64encode, base64.b32encode, base64.b16encode, base64.b85encode, base64.urlsafe_b64encode, base64.encodebytes]), data_of(dice, env))


def mail_codecs(dice, env):
    kind = dice.below(5)
    if kind == 0:
        return call_of(binascii.b2a_qp, data_of(dice, env), quotetabs=bool(dice.below(2)), istext=bool(dice.below(2)), header=bool(dice.below(2)))
    if kind == 1:
        return call_of(binascii.a2b_qp, dice.data() + dice.of([b"", b"=", b"=41", b"=\n", b"=zz", b"_"]), header=bool(dice.below(2)))
    if kind == 2:
        return call_of(binascii.b2a_uu, data_of(dice, env, 60), backtick=bool(dice.below(2)))
    if kind == 3:
        return call_of(binascii.a2b_uu, binascii.b2a_uu(dice.data())[: dice.of([None, -2, 3])])
    return call_of(binascii.crc_hqx, data_of(dice, env), dice.of([0, 1, -1, 2**16, 2**40]))


def checksums(dice, env):
    data = data_of(dice, env)
    kind = dice.below(4)
    start = [dice.of([0, 1, -1, 2**32 - 1, 2**32, 2**70])][: dice.below(2)]
    if kind == 0:
        return call_of(binascii.crc32, data, *start)
    if kind == 1:
        return call_of(zlib.crc32, data, *start)
    if kind == 2:
        return call_of(zlib.adler32, data, *start)
    name = dice.of(["md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s"])
    return f"{name} of {show(data)}", lambda: getattr(hashlib, name)(data).hexdigest()


def compression(dice, env):
    data = data_of(dice, env, 40)
    level = dice.of([-1, 0, 1, 6, 9, 10, -2])
    bits = dice.of([15, -15, 31, 9, 16, 47])
    kind = dice.below(4)
    if kind == 0:
        return f"zlib round trip {show(data)} {level}", lambda: zlib.decompress(zlib.compress(data, level))
    packed = zlib.compress(dice.data(40))
    if kind == 1:
        packed = packed[: dice.below(len(packed) + 1)] + dice.of([b"", b"rest"])
        return f"decompress {show(packed)}", lambda: zlib.decompress(packed)
    if kind == 2:
        most = dice.of([0, 1, 5, -1])

        def pieces():
            d = zlib.decompressobj()
            return d.decompress(packed + b"rest", most), d.unconsumed_tail, d.unused_data, d.eof, d.flush()

        return f"decompressobj {show(packed)} {most}", pieces
    return f"decompress with {bits}", lambda: zlib.decompress(packed, bits)


def encodings(dice, env):
    encoding = dice.of(["utf-8", "utf-16", "utf-16-be", "utf-32-le", "latin-1", "ascii", "cp1252", "utf-8-sig", "utf-7-no"])
    errors = dice.of(["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace"])
    kind = dice.below(3)
    if kind == 0:
        text = dice.text() + dice.text()
        return f"{show(text)}.encode({encoding!r}, {errors!r})", lambda: text.encode(encoding, errors)
    data = data_of(dice, env) if dice.below(2) else dice.of([b"\xe2\x82", b"\xf0\x9f\x98\x80", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\x00\xd8", b"\xff\xfea\x00", b"\xfe\xff\x00a\xd8", b"\xef\xbb\xbfa", b"a\xe9b"])
    if kind == 1:
        return f"str({show(data)}, {encoding!r}, {errors!r})", lambda: str(data, encoding, errors)
    if encoding == "utf-7-no":
        encoding = "utf-8"

    def in_pieces():
        decoder = codecs.getincrementaldecoder(encoding)(errors)
        raw = bytes(data)
        return [decoder.decode(raw[i : i + 1]) for i in range(len(raw))] + [decoder.decode(b"", True)]

    return f"incremental {encoding!r} {errors!r} {show(data)}", in_pieces


def integers(dice, env):
    kind = dice.below(2)
    order = dice.of(["little", "big", "big", "little", "other", 5])
    if kind == 0:
        data = data_of(dice, env) if dice.below(8) else wrong(dice)
        return f"int.from_bytes({show(data)}, {order!r})", lambda: int.from_bytes(data, order, signed=bool(len(str(order)) % 2))
    value, size, signed = dice.integer(), dice.of([0, 1, 2, 4, 8, 9, 20, -1, "a"]), bool(dice.below(2))
    return f"({value}).to_bytes({size!r}, {order!r}, signed={signed})", lambda: value.to_bytes(size, order, signed=signed)


def constructors(dice, env):
    kind = dice.of([bytes, bytearray, memoryview])
    source = dice.of([wrong(dice), data_of(dice, env), dice.integer() % 100 - 3, [dice.byte() for _ in range(dice.below(4))], -1, 2**64, [256], ["a"], "é", None, env.variable()])
    if kind is memoryview and isinstance(source, str):
        source = None
    if kind is not memoryview and dice.one_in(5):
        rest = dice.of([("utf-8",), ("ascii", "replace"), ("latin-1", "strict"), ("utf-8", 5), (5,), ("no-such",)])
        return f"{kind.__name__}({show(source)}, {rest})", lambda: kind(source, *rest)
    return f"{kind.__name__}({show(source)})", lambda: kind(source)


OPERATIONS = [packing] * 4 + [round_trip] * 2 + [unpacking] * 4 + [floats] + [hexadecimal] * 2 + [base_64] * 3 + [mail_codecs, checksums, compression] + [encodings] * 2 + [integers] * 2 + [constructors] * 3
