"""Where the random sequences get their choices from: the same for a seed under every interpreter."""

EXTREMES = [0, 1, -1, 2, 127, 128, -128, -129, 255, 256, 32767, 32768, 65535, 65536, 2**31 - 1, 2**31, -2**31, 2**32 - 1, 2**32, 2**61, 2**62, -2**62, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 2**64 - 1, 2**64, 2**100, -2**100]
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 3.0, 255.0, 65504.0, 65519.9, 65520.0, 6e-8, 1e-7, 3.4028234e38, 3.5e38, 1e300, 5e-324, float("inf"), -float("inf"), float("nan"), 2.0**53, 2.0**63]
ALPHABET = b"ab\x00\xff \n01,\tAz"


class Dice:
    """Marsaglia's xorshift generator of 32 bits."""

    __slots__ = ("state",)

    def __init__(self, seed):
        self.state = (seed * 2654435761 + 88172645) & 0xFFFFFFFF or 1
        for _ in range(4):
            self.below(2)

    def below(self, n):
        x = self.state
        x ^= (x << 13) & 0xFFFFFFFF
        x ^= x >> 17
        x ^= (x << 5) & 0xFFFFFFFF
        self.state = x
        return (x >> 3) % n

    def one_in(self, n):
        return self.below(n) == 0

    def of(self, choices):
        return choices[self.below(len(choices))]

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def small(self):
        return self.between(-4, 12)

    def integer(self):
        return self.small() if self.below(3) else self.of(EXTREMES) + self.of((0, 0, 1, -1))

    def byte(self):
        return self.of(ALPHABET) if self.below(2) else self.below(256)

    def data(self, most=16):
        """Bytes of which many repeat, so that searches find something."""
        size = self.below(most + 1)
        if self.one_in(6):
            return bytes([self.below(256) for _ in range(size)])
        letters = 1 + self.below(len(ALPHABET))
        return bytes([ALPHABET[self.below(letters)] for _ in range(size)])

    def text(self):
        return self.of(["", "a", "ab", "abc", "12", "é", "\u20ac", "\U0001f600", "\udc80", "\x00", "61 62", "6", "YWI=", "a b\n", "utf-8"])
