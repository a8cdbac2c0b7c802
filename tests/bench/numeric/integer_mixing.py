# Rotations, xors and additions modulo 2**32, as ciphers and hashes do them: SHA-256 of a made-up text.
MASK = 0xFFFFFFFF


def primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def fraction_bits(value):
    return int((value - int(value)) * (1 << 32)) & MASK


K = [fraction_bits(p ** (1 / 3)) for p in primes(64)]
H = [fraction_bits(p ** 0.5) for p in primes(8)]


def compress(state, block):
    w = [(block[i] << 24) | (block[i + 1] << 16) | (block[i + 2] << 8) | block[i + 3] for i in range(0, 64, 4)]
    for i in range(16, 64):
        x = w[i - 15]
        s0 = ((x >> 7) | (x << 25)) ^ ((x >> 18) | (x << 14)) ^ (x >> 3)
        y = w[i - 2]
        s1 = ((y >> 17) | (y << 15)) ^ ((y >> 19) | (y << 13)) ^ (y >> 10)
        w.append((w[i - 16] + (s0 & MASK) + w[i - 7] + (s1 & MASK)) & MASK)
    a, b, c, d, e, f, g, h = state
    for i in range(64):
        s1 = ((e >> 6) | (e << 26)) ^ ((e >> 11) | (e << 21)) ^ ((e >> 25) | (e << 7))
        t1 = (h + (s1 & MASK) + ((e & f) ^ (~e & g)) + K[i] + w[i]) & MASK
        s0 = ((a >> 2) | (a << 30)) ^ ((a >> 13) | (a << 19)) ^ ((a >> 22) | (a << 10))
        t2 = ((s0 & MASK) + ((a & b) ^ (a & c) ^ (b & c))) & MASK
        h, g, f, e, d, c, b, a = g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK
    return [(x + y) & MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def digest(data):
    length = len(data) * 8
    data = data + b'\x80'
    data += bytes(-(len(data) + 8) % 64) + length.to_bytes(8, 'big')
    state = H
    for offset in range(0, len(data), 64):
        state = compress(state, data[offset:offset + 64])
    return ''.join(f'{word:08x}' for word in state)


print(digest(b'')[:16])
print(digest(b'the quick brown fox jumps over the lazy dog. ' * 8000))
