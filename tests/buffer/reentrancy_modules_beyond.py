# Arguments that CPython converts in another order, or after it has looked at what they change: here all are converted first, then memory is looked at.
# differs: CPython 3.13 crashes in the calls of BytesIO, and is BufferError where it holds the first argument (COMPATIBILITY.md#memory-safety)
import binascii
import zlib

from _hostile import Hostile, Lender, attempt
from _reentrancy_streams import attempt_all

data = bytearray(b"abcd")
attempt("hexlify group", lambda: binascii.hexlify(data, ":", Hostile(data.clear, 2)), data)
data = bytearray(b"abcd")
attempt("crc32 start", lambda: binascii.crc32(data, Hostile(data.clear, 0)), data)
data = bytearray(b"abcd")
attempt("crc_hqx start", lambda: binascii.crc_hqx(data, Hostile(data.clear, 0)), data)
data = bytearray(b"abcd")
attempt("compress level", lambda: zlib.decompress(zlib.compress(data, Hostile(data.clear, 1))), data)
data = bytearray(zlib.compress(b"abcd"))
attempt("decompress bits", lambda: zlib.decompress(data, Hostile(data.clear, 15)))
data = bytearray(b"abcd")
attempt("b2a_base64 newline", lambda: binascii.b2a_base64(data, newline=Hostile(data.clear, 1)), data)
data = bytearray(b"YWJj")
attempt("a2b_base64 strict", lambda: binascii.a2b_base64(data, strict_mode=Hostile(data.clear, 1)), data)
items = []
items += [b"1", Lender(items.clear, b"2"), b"3", b"4"]
attempt("join of a list that is cleared", lambda: b"-".join(items), items)

# ---- streams
attempt_all({
    "write": lambda s, h, e: s.write(e(b"12")),
    "writelines": lambda s, h, e: s.writelines([b"0", e(b"12")]),
    "readinto": lambda s, h, e: s.readinto(e(bytearray(4))),
    "init": lambda s, h, e: s.__init__(e(b"new")),
    "setstate": lambda s, h, e: s.__setstate__((e(b"state"), h(1), None)),
})
