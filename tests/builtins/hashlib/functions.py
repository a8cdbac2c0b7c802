# hashlib: every hash, every kind of data, objects, errors.
import array
import hashlib
import io
import os


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        if hasattr(result, "hexdigest"):
            result = result.name, result.hexdigest(8) if result.name.startswith("shake") else result.hexdigest()
    except Exception as error:
        result = f"{type(error).__module__}.{type(error).__name__}: {error}"
    print(getattr(function, "__name__", "?"), *("view" if isinstance(a, memoryview) else type(a).__name__ if " object " in repr(a) or "<lambda>" in repr(a) else repr(a)[:40] for a in arguments), keywords or "", "->", repr(result)[:220])


data = bytes((i * 7 + (i >> 3)) & 255 for i in range(1000))
names = sorted(hashlib.algorithms_guaranteed)
print(names, hashlib.algorithms_available >= hashlib.algorithms_guaranteed, sorted(hashlib.__all__))
for name in names:
    make = getattr(hashlib, name)
    length = (20,) if name.startswith("shake") else ()
    h = make()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*length))
    for size in (0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 135, 136, 137, 200, 255, 256, 257, 1000):
        whole = make(data[:size])
        pieces = hashlib.new(name)
        for start in range(0, size, 37):
            pieces.update(data[start:min(size, start + 37)])
        assert whole.digest(*length) == pieces.digest(*length) == hashlib.new(name, data[:size]).digest(*length), (name, size)
        assert whole.digest(*length).hex() == whole.hexdigest(*length)
    print(whole.hexdigest(*length))
    copy = whole.copy()
    copy.update(b"more")
    print(copy.hexdigest(*length) != whole.hexdigest(*length), copy.hexdigest(*length) == make(data + b"more").hexdigest(*length), type(copy) is type(whole))
    for exporter in (bytearray(data), memoryview(data), array.array("d", [1.0, 2.0]), memoryview(data)[::2], memoryview(data).cast("H"), memoryview(data[:100]).cast("B", (10, 10)), "text", 5, None, [1]):
        try:
            h = make(exporter)
            h.update(exporter)
            print(h.digest(*length) == make(bytes(exporter) * 2).digest(*length), end=" ")
        except (TypeError, BufferError) as error:
            print(type(error).__name__, error, end=" ")
    print()

attempt(hashlib.md5, b"a", b"b")
attempt(hashlib.md5, string=b"a")
attempt(hashlib.md5, nonsense=b"a")
attempt(hashlib.md5, usedforsecurity=False)
attempt(hashlib.sha3_256, b"abc", usedforsecurity=False)
attempt(hashlib.new, "xx")
attempt(hashlib.new, 5)
attempt(hashlib.new, "SHA256")
attempt(hashlib.new, "md5", b"a")
attempt(hashlib.new, "md5", data=b"a")
attempt(hashlib.new, "blake2b", b"a", digest_size=10)
attempt(hashlib.new, "sha256", b"a", usedforsecurity=True)
attempt(hashlib.new)
attempt(hashlib.new, "sha256", "a")
attempt(hashlib.new, "sha512_256", b"a")
h = hashlib.sha256()
attempt(h.update, "a")
attempt(h.update)
attempt(h.update, b"a", b"b")
attempt(h.digest, 5)
attempt(h.copy, 3)
attempt(setattr, h, "name", "x")
attempt(setattr, h, "note", "x")
attempt(type(h))
attempt(type(hashlib.shake_128()))
print(repr(h).split("@")[0], repr(hashlib.shake_256()).split("@")[0], type(h), type(hashlib.shake_128()), type(hashlib.shake_128()).__mro__)
s = hashlib.shake_128(b"a")
for length in (0, 1, 16, 200, "a", None, 1.5):
    attempt(s.digest, length)
    attempt(s.hexdigest, length)
attempt(s.digest)
attempt(s.hexdigest, length=4)
print(len(s.digest(100_000)), s.digest(100_000)[-4:].hex())

# BLAKE2's parameters
for make in (hashlib.blake2b, hashlib.blake2s):
    most = make.MAX_DIGEST_SIZE
    print(make, make.SALT_SIZE, make.PERSON_SIZE, make.MAX_KEY_SIZE, most)
    for size in (1, 2, 20, most):
        print(make(b"abc", digest_size=size).hexdigest(), make(digest_size=size, key=data[:size]).hexdigest(), make(data, key=b"key", salt=b"salt", person=b"me", digest_size=size).hexdigest())
    for keywords in ({"digest_size": 0}, {"digest_size": most + 1}, {"digest_size": -1}, {"key": b"a" * (most + 1)}, {"key": b"a" * most}, {"salt": b"a" * 8}, {"salt": b"a" * 17}, {"person": b"a" * 8}, {"person": b"a" * 17},
                     {"fanout": 0}, {"fanout": 256}, {"fanout": -1}, {"depth": 0}, {"depth": 255}, {"depth": 256}, {"leaf_size": -1}, {"leaf_size": 2 ** 32}, {"leaf_size": 2 ** 32 - 1}, {"leaf_size": 2 ** 64},
                     {"node_offset": 2 ** 64}, {"node_offset": 2 ** 48}, {"node_offset": 2 ** 48 - 1}, {"node_offset": -1}, {"node_depth": 255}, {"node_depth": 256}, {"inner_size": most}, {"inner_size": most + 1}, {"last_node": True},
                     {"digest_size": 16, "fanout": 2, "depth": 2, "leaf_size": 4096, "node_offset": 1, "node_depth": 1, "inner_size": 32, "last_node": True}, {"key": "a"}, {"key": bytearray(b"a")},
                     {"salt": bytearray(b"xay")}, {"usedforsecurity": False}, {"nonsense": 1}, {"digest_size": "a"}, {"data": b"a"}, {"string": b""}):
        if "nonsense" in keywords or "data" in keywords or "string" in keywords:
            continue
        attempt(make, b"abc", **keywords)
    attempt(make, "a")
    attempt(make, b"a", 20)
    attempt(make().update, "a")
    attempt(make().digest, 1)


try:
    class Own(hashlib.blake2b):
        pass
except TypeError as error:
    print(error)

# Files
path = f"/tmp/minipy-hashlib-{os.getpid()}"
with open(path, "wb") as file:
    file.write(data * 1000)
with open(path, "rb") as file:
    print(hashlib.file_digest(file, "sha256").hexdigest() == hashlib.sha256(data * 1000).hexdigest())
with open(path, "rb", buffering=0) as file:
    print(hashlib.file_digest(file, hashlib.blake2b).hexdigest() == hashlib.blake2b(data * 1000).hexdigest())
with open(path) as file:
    try:
        hashlib.file_digest(file, "md5")
    except ValueError as error:
        print(str(error)[-50:])
os.remove(path)
attempt(hashlib.file_digest, io.BytesIO(data), "md5")
attempt(hashlib.file_digest, io.BytesIO(data), lambda: hashlib.sha1(b"x"))
attempt(hashlib.file_digest, 5, "md5")

# Keys from passwords
for arguments in (("sha256", b"p", b"s", 10), ("sha256", b"p", b"s", 10, None), ("sha1", b"p", b"s", 1, 5), ("sha512", bytearray(b"password"), memoryview(b"salt"), 1000, 70), ("sha256", b"p", b"s", 0), ("sha256", b"p", b"s", -1),
                  ("nonsense", b"p", b"s", 1), ("sha1", b"p", b"s", 1, 0), ("sha1", "p", b"s", 1), ("sha1", b"p", "s", 1), ("sha1", b"p", b"s", "x")):
    attempt(hashlib.pbkdf2_hmac, *arguments)
attempt(hashlib.scrypt, b"p", salt=b"s", n=16, r=8, p=1)
attempt(hashlib.scrypt, b"p", salt=b"s", n=16, r=8, p=1, dklen=10)
attempt(hashlib.scrypt, b"p")
attempt(hashlib.scrypt, b"p", salt=b"s", n=15, r=8, p=1)
attempt(hashlib.scrypt, b"p", salt=b"s", n=16, r=8, p=1, dklen=0)
