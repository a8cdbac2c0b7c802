# Records packed and unpacked by struct: whole-buffer iteration, fields at offsets, both byte orders.
import struct

RECORD = struct.Struct('<IHhdB3x')
HEADER = struct.Struct('>4sHI')


def write(n):
    buffer = bytearray(HEADER.size + n * RECORD.size)
    HEADER.pack_into(buffer, 0, b'RECS', 1, n)
    offset = HEADER.size
    for i in range(n):
        RECORD.pack_into(buffer, offset, i * 2654435761 & 0xFFFFFFFF, i & 0xFFFF, i % 1000 - 500, i * 0.25, i & 0xFF)
        offset += RECORD.size
    return buffer


def read(buffer):
    magic, version, n = HEADER.unpack_from(buffer, 0)
    total = 0
    real = 0.0
    offset = HEADER.size
    for _ in range(n):
        a, b, c, d, e = RECORD.unpack_from(buffer, offset)
        total += a ^ b + c * e
        real += d
        offset += RECORD.size
    return magic, total, real


def iterate(buffer):
    total = 0
    for a, b, c, d, e in RECORD.iter_unpack(memoryview(buffer)[HEADER.size:]):
        total += a % 1000 + b - c
    return total


def small(n):
    total = 0
    for i in range(n):
        packed = struct.pack('>HB', i & 0xFFFF, i & 0xFF)
        x, y = struct.unpack('>HB', packed)
        total += x * y + len(packed)
    return total


buffer = write(220_000)
for _ in range(5):
    result = read(buffer), iterate(buffer)
print(result, small(500_000), len(buffer))
