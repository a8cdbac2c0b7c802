# Base64, run lengths, CRC-32 and hexadecimal by hand on bytes and bytearray.
ALPHABET = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
VALUES = {c: i for i, c in enumerate(ALPHABET)}


def base64(data):
    out = bytearray()
    for i in range(0, len(data) - 2, 3):
        n = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(ALPHABET[n >> 18])
        out.append(ALPHABET[n >> 12 & 63])
        out.append(ALPHABET[n >> 6 & 63])
        out.append(ALPHABET[n & 63])
    return bytes(out)


def unbase64(text):
    out = bytearray(len(text) // 4 * 3)
    j = 0
    for i in range(0, len(text), 4):
        n = VALUES[text[i]] << 18 | VALUES[text[i + 1]] << 12 | VALUES[text[i + 2]] << 6 | VALUES[text[i + 3]]
        out[j] = n >> 16
        out[j + 1] = n >> 8 & 0xFF
        out[j + 2] = n & 0xFF
        j += 3
    return bytes(out)


TABLE = []
for i in range(256):
    c = i
    for _ in range(8):
        c = c >> 1 ^ 0xEDB88320 if c & 1 else c >> 1
    TABLE.append(c)


def crc32(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = crc >> 8 ^ TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF


def run_lengths(data):
    out = bytearray()
    i = 0
    while i < len(data):
        byte = data[i]
        j = i + 1
        while j < len(data) and data[j] == byte and j - i < 255:
            j += 1
        out += bytes((j - i, byte))
        i = j
    return out


data = bytes((i * i >> 5) & 0xFF for i in range(700_000))
encoded = base64(data)
decoded = unbase64(encoded)
print(encoded[1000:1040], decoded == data, hex(crc32(data)), crc32(encoded), len(run_lengths(data)))
print(bytes.fromhex(data[:50_000].hex()) == data[:50_000], data.translate(bytes(range(255, -1, -1))).count(0), data.find(b'\x11\x12'), data.split(b'\x07')[5][:4])
