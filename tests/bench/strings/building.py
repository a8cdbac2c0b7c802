# Strings made piece by piece: +=, join, formatting, slicing, character loops.


def accumulate(n):
    s = ''
    for i in range(n):
        s += chr(97 + i % 26)
    return s


def table(rows):
    lines = []
    for i in range(rows):
        lines.append(f"{i:>6} | {i * i:<12} | {i / 7:10.4f} | {'even' if i % 2 == 0 else 'odd':^6} | {i:#06x}")
    return '\n'.join(lines)


def percent(rows):
    return '\n'.join('%05d %-8s %8.3f %x' % (i, 'name' + str(i % 10), i * 0.5, i) for i in range(rows))


def caesar(text, shift):
    result = []
    for character in text:
        if 'a' <= character <= 'z':
            result.append(chr((ord(character) - 97 + shift) % 26 + 97))
        else:
            result.append(character)
    return ''.join(result)


def palindromes(text):
    best = ''
    for centre in range(len(text)):
        for start, stop in ((centre, centre + 1), (centre, centre + 2)):
            while start >= 0 and stop <= len(text) and text[start] == text[stop - 1]:
                start -= 1
                stop += 1
            if stop - start - 2 > len(best):
                best = text[start + 1:stop - 1]
    return best


s = accumulate(1_200_000)
report = table(150_000)
lines = percent(200_000)
secret = caesar('the quick brown fox jumps over the lazy dog. ' * 20000, 3)
print(len(s), s[-5:], len(report), report[-60:-40], len(lines), lines[-20:], secret[:20], sum(map(ord, secret[::1000])))
print(palindromes(('abcde' * 40 + 'edcba' * 40) * 12)[:10])
