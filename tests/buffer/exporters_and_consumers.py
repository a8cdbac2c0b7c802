# Every exporter with every consumer: the result is that of the same bytes as a bytes object. And every change of size while something is exported is refused.
# since: 3.12
import array
import base64
import binascii
import codecs
import hashlib
import io
import mmap
import os
import struct
import zlib

try:
    import numpy
    has_numpy = hasattr(numpy, "frombuffer")
except ImportError:
    has_numpy = False

BYTES = bytes(range(48, 64))  # sixteen, digits at the front: some consumers read numbers
path = f"/tmp/minipy-test-exporters-{os.getpid()}"


class Exporter:
    """Memory of a Python class (PEP 688)."""

    def __init__(self, data):
        self.data = bytearray(data)
        self.alive = 0

    def __buffer__(self, flags):
        self.alive += 1
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.alive -= 1
        view.release()


class Bytes(bytes):
    pass


class ByteArray(bytearray):
    pass


def anonymous(data):
    m = mmap.mmap(-1, len(data))
    m[:] = data
    return m


def file_map(data):
    with open(path, "w+b") as file:
        file.write(data)
        file.flush()
        return mmap.mmap(file.fileno(), 0)


def ndarray(data):
    a = numpy.zeros(len(data), dtype="uint8")
    memoryview(a)[:] = data
    return a


exporters = {
    "bytes": bytes,
    "bytes subclass": Bytes,
    "bytearray": bytearray,
    "bytearray subclass": ByteArray,
    "bytearray cut at the front": lambda data: (b := bytearray(b"xyz" + data), b.__delitem__(slice(0, 3)))[0],
    "memoryview": memoryview,
    "memoryview of bytearray": lambda data: memoryview(bytearray(data)),
    "memoryview part": lambda data: memoryview(b"<" + data + b">")[1:-1],
    "memoryview writable part": lambda data: memoryview(bytearray(b"<" + data + b">"))[1:-1],
    "memoryview cast": lambda data: memoryview(bytearray(data)).cast("I"),
    "memoryview cast and back": lambda data: memoryview(bytearray(data)).cast("Q").cast("B"),
    "memoryview of two dimensions": lambda data: memoryview(bytearray(data)).cast("B", (4, 4)),
    "memoryview read-only": lambda data: memoryview(bytearray(data)).toreadonly(),
    "memoryview of memoryview": lambda data: memoryview(memoryview(bytearray(data))),
    "array B": lambda data: array.array("B", data),
    "array H": lambda data: array.array("H", data),
    "array d": lambda data: array.array("d", data),
    "array b": lambda data: array.array("b", data),
    "mmap": anonymous,
    "mmap of a file": file_map,
    "getbuffer": lambda data: io.BytesIO(data).getbuffer(),
    "getbuffer part": lambda data: io.BytesIO(b"--" + data).getbuffer()[2:],
    "class with __buffer__": Exporter,
    "memoryview of class": lambda data: memoryview(Exporter(data)),
}
if has_numpy:
    exporters["ndarray"] = ndarray


def to_file(x):
    with open(path + "w", "wb") as file:
        file.write(x)
    with open(path + "w", "rb", buffering=0) as file:
        return file.read()


def to_raw_file(x):
    with io.FileIO(path + "w", "w") as file:
        return file.write(x), os.path.getsize(path + "w")


def through_buffer(x):
    raw = io.BytesIO()
    writer = io.BufferedWriter(raw, 3)
    writer.write(x)
    writer.flush()
    return raw.getvalue()


def array_from(x):
    a = array.array("H")
    a.frombytes(x if memoryview(x).itemsize == 1 else memoryview(x).cast("B"))
    return a.tolist()


def slice_set(x):
    data = bytearray(b"0123")
    data[1:2] = x
    return data


def step_set(x):
    data = bytearray(32)
    data[::2] = x
    return data


def map_set(x):
    m = anonymous(bytes(20))
    m[2:18] = x
    return m[:]


def map_write(x):
    m = anonymous(bytes(20))
    return m.write(x), m[:], m.find(x), m.rfind(x)


def stream_write(x):
    stream = io.BytesIO()
    return stream.write(x), stream.getvalue()


def compressed(x):
    c = zlib.compressobj()
    return zlib.decompress(c.compress(x) + c.flush())


# name: what it does with the memory, without changing it
readers = {
    "bytes()": bytes,
    "bytearray()": bytearray,
    "memoryview().tobytes()": lambda x: memoryview(x).tobytes(),
    "memoryview().hex()": lambda x: memoryview(x).cast("B").hex(":", 4) if memoryview(x).ndim == 1 else memoryview(x).tobytes().hex(":", 4),
    "bytes.join": lambda x: b"-".join([x, b"+", x]),
    "bytearray.join": lambda x: bytearray(b"-").join([x, x]),
    "sep.join": lambda x: bytes(x).join([b"a", b"b"]),
    "find": lambda x: (BYTES * 2).find(x, 1),
    "rfind": lambda x: (BYTES * 2).rfind(x),
    "count": lambda x: (BYTES * 3).count(x),
    "index": lambda x: bytearray(BYTES).index(x),
    "startswith": lambda x: bytes(x).startswith(bytes(x)[:2]),
    "replace": lambda x: (b"." + BYTES).replace(x, b"r").replace(b"r", x),
    "split": lambda x: (b"a" + BYTES + b"b").split(x),
    "rsplit": lambda x: bytearray(b"a" + BYTES + b"b").rsplit(x, 1),
    "partition": lambda x: (b"a" + BYTES + b"b").partition(x)[::2],
    "strip": lambda x: (b"01ab10").strip(x),
    "translate deletes": lambda x: b"01ab10".translate(None, x),
    "maketrans": lambda x: bytes.maketrans(x, x) == bytes(range(256)),
    "removeprefix": lambda x: (BYTES + b"!").removeprefix(x),
    "ljust": lambda x: b"".join([x]).ljust(20, b"."),
    "in": lambda x: x in b"<" + BYTES + b">",
    "add": lambda x: b"a" + x,
    "bytearray add": lambda x: bytearray(b"a") + x,
    "extend": lambda x: (b := bytearray(b"a"), b.extend(x))[0] if memoryview(x).format == "B" and memoryview(x).ndim == 1 and hasattr(x, "__iter__") and not isinstance(x, mmap.mmap) else bytearray(b"a") + x,
    "iadd": lambda x: (b := bytearray(b"a")).__iadd__(x),
    "slice assignment": slice_set,
    "step assignment": step_set,
    "percent": lambda x: b"[%b]" % bytes(x),
    "equal": lambda x: (b"".join([x]) == BYTES, bytearray(x) == BYTES),
    "str()": lambda x: str(x, "latin-1"),
    "codecs.decode": lambda x: codecs.decode(x, "ascii"),
    "incremental decoder": lambda x: codecs.getincrementaldecoder("utf-8")().decode(bytes(x)),
    "int()": lambda x: int(bytes(x)[:5]),
    "from_bytes": lambda x: int.from_bytes(x, "little"),
    "struct.unpack": lambda x: struct.unpack("<4I", x),
    "struct.unpack_from": lambda x: struct.unpack_from(">HH", x, 3),
    "struct.iter_unpack": lambda x: list(struct.iter_unpack("<HH", x)),
    "Struct.unpack": lambda x: struct.Struct("<2d").unpack(x),
    "array.frombytes": array_from,
    "hexlify": lambda x: binascii.hexlify(x, "-", 3),
    "b2a_base64": binascii.b2a_base64,
    "a2b_hex": lambda x: binascii.a2b_hex(memoryview(bytes(x)[:10])),
    "b2a_uu": binascii.b2a_uu,
    "b2a_qp": binascii.b2a_qp,
    "a2b_qp": binascii.a2b_qp,
    "binascii.crc32": binascii.crc32,
    "crc_hqx": lambda x: binascii.crc_hqx(x, 7),
    "b64encode": base64.b64encode,
    "b32encode": base64.b32encode,
    "b85encode": base64.b85encode,
    "b16encode": base64.b16encode,
    "a85encode": base64.a85encode,
    "zlib.crc32": zlib.crc32,
    "adler32": zlib.adler32,
    "compress": lambda x: zlib.decompress(zlib.compress(x)),
    "compressobj": compressed,
    "zdict": lambda x: zlib.decompressobj(zdict=x) is not None,
    "hashlib.new": lambda x: hashlib.new("sha256", x).hexdigest(),
    "md5": lambda x: hashlib.md5(x).hexdigest(),
    "sha3 update": lambda x: (h := hashlib.sha3_256(), h.update(x))[0].hexdigest(),
    "blake2 key": lambda x: hashlib.blake2b(x, key=x, salt=x, person=x).hexdigest(),
    "pbkdf2": lambda x: hashlib.pbkdf2_hmac("sha1", x, x, 2).hex(),
    "file write": to_file,
    "raw file write": to_raw_file,
    "os.write": lambda x: (fd := os.open(path + "w", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), os.write(fd, x), os.close(fd))[1:],
    "buffered writer": through_buffer,
    "BytesIO()": lambda x: io.BytesIO(x).read(),
    "BytesIO.write": stream_write,
    "mmap write and find": map_write,
    "mmap slice": map_set,
    "fromhex of hex": lambda x: bytes.fromhex(memoryview(x).tobytes().hex()),
}


def file_source(data):
    with open(path + "r", "wb") as file:
        file.write(data)
    return open(path + "r", "rb")


def file_readinto(x, data):
    with file_source(data) as file:
        return file.readinto(x)


def file_readinto1(x, data):
    with file_source(data) as file:
        return file.readinto1(x)


def raw_readinto(x, data):
    with file_source(data) as file:
        return file.raw.readinto(x)


# name: fills the memory with `data`
writers = {
    "pack_into": lambda x, data: struct.pack_into("16s", x, 0, data),
    "Struct.pack_into": lambda x, data: struct.Struct("8s8s").pack_into(x, 0, data[:8], data[8:]),
    "file readinto": file_readinto,
    "file readinto1": file_readinto1,
    "raw readinto": raw_readinto,
    "BytesIO.readinto": lambda x, data: io.BytesIO(data).readinto(x),
    "BytesIO.readinto1": lambda x, data: io.BytesIO(data).readinto1(x),
    "buffered reader": lambda x, data: io.BufferedReader(io.BytesIO(data), 5).readinto(x),
    "memoryview slice": lambda x, data: memoryview(x).cast("B").__setitem__(slice(None), data) if memoryview(x).ndim == 1 else memoryview(x).cast("B").__setitem__(slice(None), data),
}

different = 0
expected = {name: reader(BYTES) for name, reader in readers.items()}
for exporter_name, make in exporters.items():
    for name, reader in readers.items():
        if exporter_name == "ndarray" and name in ("add", "bytearray add", "iadd"):
            continue  # arithmetic of arrays
        x = make(BYTES)
        try:
            result = reader(x)
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
        if result != expected[name]:
            different += 1
            print(exporter_name, "|", name, "|", repr(result)[:100], "instead of", repr(expected[name])[:100])
        if memoryview(x).tobytes() != BYTES:
            print(exporter_name, "|", name, "changed the memory")
        if isinstance(x, Exporter) and x.alive:
            print(exporter_name, "|", name, "left an export")
    fresh = bytes(range(100, 116))
    for name, writer in writers.items():
        x = make(BYTES)
        if memoryview(x).readonly:
            try:
                writer(x, fresh)
                print(exporter_name, "|", name, "wrote to read-only memory")
            except (TypeError, BufferError):
                pass
            if memoryview(x).tobytes() != BYTES:
                print(exporter_name, "|", name, "changed read-only memory")
            continue
        try:
            writer(x, fresh)
        except Exception as error:
            print(exporter_name, "|", name, "|", type(error).__name__, error)
        if memoryview(x).tobytes() != fresh:
            print(exporter_name, "|", name, "|", memoryview(x).tobytes())
        if isinstance(x, Exporter) and x.alive:
            print(exporter_name, "|", name, "left an export")
print(len(exporters) >= 23, len(readers), len(writers), different)

# ---- while exported, nothing changes its size
resizable = {
    "bytearray": (lambda: bytearray(BYTES), bytes, {
        "append": lambda x: x.append(1), "extend": lambda x: x.extend(b"ab"), "extend list": lambda x: x.extend([1, 2]), "insert": lambda x: x.insert(0, 1), "pop": lambda x: x.pop(), "pop front": lambda x: x.pop(0),
        "remove": lambda x: x.remove(48), "clear": lambda x: x.clear(), "del item": lambda x: x.__delitem__(0), "del slice": lambda x: x.__delitem__(slice(2, 5)), "del step": lambda x: x.__delitem__(slice(None, None, 2)),
        "longer": lambda x: x.__setitem__(slice(0, 1), b"123"), "shorter": lambda x: x.__setitem__(slice(0, 4), b"1"), "empty": lambda x: x.__setitem__(slice(0, 4), b""), "iadd": lambda x: x.__iadd__(b"1"),
        "imul": lambda x: x.__imul__(2), "imul 0": lambda x: x.__imul__(0), "init": lambda x: x.__init__(3)}),
    "array": (lambda: array.array("H", BYTES), lambda x: x.tobytes(), {
        "append": lambda x: x.append(1), "extend": lambda x: x.extend([1]), "extend array": lambda x: x.extend(array.array("H", [1])), "insert": lambda x: x.insert(0, 1), "pop": lambda x: x.pop(), "remove": lambda x: x.remove(x[0]),
        "clear": lambda x: x.clear() if hasattr(x, "clear") else x.pop(), "del item": lambda x: x.__delitem__(0), "del slice": lambda x: x.__delitem__(slice(1, 3)), "del step": lambda x: x.__delitem__(slice(None, None, 3)),
        "longer": lambda x: x.__setitem__(slice(0, 1), array.array("H", [1, 2])), "shorter": lambda x: x.__setitem__(slice(0, 3), array.array("H", [1])), "iadd": lambda x: x.__iadd__(array.array("H", [1])),
        "imul": lambda x: x.__imul__(2), "imul 0": lambda x: x.__imul__(0), "frombytes": lambda x: x.frombytes(b"12"), "fromlist": lambda x: x.fromlist([1]), "fromfile": lambda x: x.fromfile(io.BytesIO(b"12"), 1)}),
    "mmap": (lambda: anonymous(BYTES), lambda x: x[:], {"close": lambda x: x.close(), "smaller": lambda x: x.resize(8), "larger": lambda x: x.resize(5000), "with": lambda x: x.__exit__(None, None, None)}),
    "mmap of a file": (lambda: file_map(BYTES), lambda x: x[:], {"close": lambda x: x.close(), "smaller": lambda x: x.resize(8), "larger": lambda x: x.resize(5000)}),
    "BytesIO": (lambda: io.BytesIO(BYTES), lambda x: x.getvalue(), {
        "write at the end": lambda x: (x.seek(0, 2), x.write(b"more")), "write beyond": lambda x: (x.seek(100), x.write(b"more")), "truncate": lambda x: x.truncate(3), "close": lambda x: x.close(),
        "setstate": lambda x: x.__setstate__((b"other", 0, None)), "writelines": lambda x: (x.seek(0, 2), x.writelines([b"a"]))}),
}
exports = {
    "view": memoryview,
    "part": lambda x: memoryview(x)[2:4],
    "cast": lambda x: memoryview(x).cast("B"),
    "read-only": lambda x: memoryview(x).toreadonly(),
    "view of a view": lambda x: memoryview(memoryview(x)),
    "empty part": lambda x: memoryview(x)[3:3],
    "iterator of struct": lambda x: struct.iter_unpack("BB", x),
}
refused = 0
for name, (make, contents, changes) in resizable.items():
    for export_name, export in exports.items():
        for change_name, change in changes.items():
            x = make()
            before = contents(x)
            view = export(x.getbuffer() if isinstance(x, io.BytesIO) else x)
            try:
                change(x)
                print(name, "|", export_name, "|", change_name, "was allowed")
            except BufferError:
                refused += 1
            except Exception as error:
                print(name, "|", export_name, "|", change_name, type(error).__name__, error)
            if contents(x) != before:
                print(name, "|", export_name, "|", change_name, "changed it")
            if isinstance(view, memoryview):
                view.release()
            del view
            try:
                change(x)  # and now it may
            except BufferError as error:
                print(name, "|", export_name, "|", change_name, "is refused for ever", error)
            except EOFError:
                pass
print(refused)
for name in (path, path + "w", path + "r"):
    os.remove(name)
