# Functions of modules and containers that take bytes, where the conversion of an argument changes what they work on.
# since: 3.12
import base64
import binascii
import hashlib
import struct
import zlib

from _hostile import Hostile, Lender, attempt
from _reentrancy_streams import attempt_all


# ---- a lender whose memory goes away while it is read: the export that it gave holds it
for name, function in {
    "hexlify": binascii.hexlify, "b2a_base64": binascii.b2a_base64, "crc32": binascii.crc32, "b2a_uu": binascii.b2a_uu, "b2a_qp": binascii.b2a_qp, "crc_hqx": lambda x: binascii.crc_hqx(x, 0), "b64encode": base64.b64encode,
    "md5": lambda x: hashlib.md5(x).hexdigest()[:8], "sha256": lambda x: hashlib.sha256(x).hexdigest()[:8], "blake2b": lambda x: hashlib.blake2b(x).hexdigest()[:8], "zlib.crc32": zlib.crc32, "adler32": zlib.adler32,
    "compress": lambda x: zlib.decompress(zlib.compress(x)), "unpack": lambda x: struct.unpack("8B", x), "from_bytes": lambda x: int.from_bytes(x, "big"), "str": lambda x: str(x, "ascii"),
}.items():
    data = bytearray(b"abcdefgh")
    e = Lender(lambda: data.extend(b"more"), data)  # longer before it is lent
    attempt(name + " grows first", lambda: function(e) == function(b"abcdefghmore") if name != "unpack" else function(e), data)
    data.clear()  # nothing is exported any more

# ---- separators and groups
data = bytearray(b"abcd")
attempt("bytes.hex", lambda: bytes(data).hex(Hostile(data.clear, 1)), data)
attempt("decompress size", lambda: zlib.decompress(bytearray(zlib.compress(b"abcd")), bufsize=Hostile(None, 5)))
data = bytearray(b"abcd")
attempt("pbkdf2 rounds", lambda: hashlib.pbkdf2_hmac("sha1", data, data, Hostile(data.clear, 1)).hex()[:8], data)
attempt("shake length", lambda: (h := hashlib.shake_128(b"x"), h.digest(Hostile(lambda: h.update(b"y"), 4)).hex())[1])
data = bytearray(b"abcd")
attempt("to_bytes", lambda: (5).to_bytes(Hostile(data.clear, 2), "big"), data)
data = [1, 2, 3]
attempt("bytes of a list", lambda: bytes([Hostile(data.clear, 1), 2]), data)
items = []
items += [1, Hostile(items.clear, 5), 3]
attempt("bytes of a list that is cleared", lambda: bytes(items), items)
items = []
items += [1, Hostile(lambda: items.extend([7, 8]), 5), 3]
attempt("bytes of a list that grows", lambda: bytes(items), len(items))
items = []
items += [1, Hostile(items.clear, 5), 3]
attempt("from_bytes of a list that is cleared", lambda: int.from_bytes(items, "big"), items)

# ---- objects that are used while they are used
h = hashlib.sha256()
attempt("update in update", lambda: (h.update(Lender(lambda: h.update(b"1"), b"2")), h.hexdigest() == hashlib.sha256(b"12").hexdigest())[1])
c = zlib.compressobj()
attempt("compress in compress", lambda: zlib.decompress(c.compress(Lender(lambda: c.compress(b"1"), b"2")) + c.flush()))
d = zlib.decompressobj()
packed = zlib.compress(b"abcdefgh")
attempt("decompress in decompress", lambda: d.decompress(packed[4:], Hostile(lambda: d.decompress(packed[:4]), 100)))

# ---- streams
attempt_all({
    "read": lambda s, h, e: s.read(h(3)),
    "readline": lambda s, h, e: s.readline(h(3)),
    "read1": lambda s, h, e: s.read1(h(3)),
    "seek": lambda s, h, e: s.seek(h(2)),
    "truncate": lambda s, h, e: s.truncate(h(2)),
})

# ---- containers that compare views and bytes
view = memoryview(bytearray(b"abc"))


class Releasing:
    def __eq__(self, other):
        view.release()
        return False

    __hash__ = None


attempt("list.index", lambda: [1, Releasing(), view].index(view))
view = memoryview(bytearray(b"abc"))
attempt("list.count", lambda: [Releasing(), view, b"abc"].count(view))
view = memoryview(bytearray(b"abc"))
attempt("list ==", lambda: [Releasing(), view] == [1, b"abc"])
view = memoryview(bytearray(b"abc"))
attempt("in a tuple", lambda: b"abc" in (Releasing(), view))
view = memoryview(b"key")
table = {view: 1}
attempt("dict", lambda: (table[b"key"], view.release(), table.get(b"key"), list(table)[0] is view))
data = [bytearray(b"b"), bytearray(b"a"), bytearray(b"c")]
attempt("sort clears what it sorts", lambda: data.sort(key=lambda b: (b.clear(), len(b))[1]), data)
data = [b"b", b"a"]
attempt("sort clears the list", lambda: data.sort(key=lambda b: (data.clear(), b)[1]))

# ---- finalisers
log = []


class Finalised:
    def __init__(self, act):
        self.act = act

    def __del__(self):
        self.act()


owner = bytearray(b"abcdefgh")
items = [Finalised(lambda: log.append(bytes(owner)))]
attempt("del during a slice assignment", lambda: items.__setitem__(slice(None), []), log)


class Exporting(bytearray):
    def __del__(self):
        log.append(bytes(memoryview(self)))


b = Exporting(b"last words")
del b
print(log[-1])
view = memoryview(Exporting(b"held"))
print(len(log), bytes(view))
view.release()
del view
print(log[-1])
