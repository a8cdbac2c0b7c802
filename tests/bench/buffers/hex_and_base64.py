# Hexadecimal and Base64 through the library, for many small messages and for a few large ones; and hexadecimal dumps.
import base64
import binascii


def messages(n):
    total = 0
    for i in range(n):
        raw = i.to_bytes(8, 'little') + b'payload'
        text = raw.hex()
        if bytes.fromhex(text) != raw:
            raise ValueError(text)
        token = binascii.b2a_base64(raw, newline=False)
        total += len(token) + binascii.a2b_base64(token)[3] + token[5]
    return total


def tokens(n):
    total = 0
    for i in range(n):
        token = base64.urlsafe_b64encode(b'%d:%x' % (i, i * i))
        total += len(base64.urlsafe_b64decode(token)) + token.count(b'_')
    return total


def dump(data):
    lines = []
    for at in range(0, len(data), 16):
        chunk = data[at:at + 16]
        text = ''.join(chr(b) if 32 <= b < 127 else '.' for b in chunk)
        lines.append(f"{at:08x}  {chunk.hex(' ')}  |{text}|")
    return lines


data = bytes((i * i >> 3 ^ i) & 0xFF for i in range(300_000))
print(messages(120_000), tokens(60_000))
lines = dump(data[:160_000])
print(len(lines), lines[77], sum(map(len, lines)))
large = memoryview(data * 8)
for _ in range(10):
    encoded = base64.b64encode(large)
    decoded = base64.b64decode(encoded)
    text = large.hex()
    back = bytes.fromhex(text)
print(len(encoded), decoded == large, len(text), back == large, binascii.crc32(large), binascii.hexlify(data[:32], ':', 4))
