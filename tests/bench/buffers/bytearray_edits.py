# bytearray as working memory: items written and read, appended and popped, slices assigned and deleted; a sieve, a stack machine, a text buffer with a gap.


def sieve(n):
    flags = bytearray(b'\x01') * (n + 1)
    flags[0:2] = b'\x00\x00'
    i = 2
    while i * i <= n:
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
        i += 1
    return flags


def odd_sieve(n):
    flags = bytearray(n)
    count = 0
    for i in range(2, n):
        if not flags[i]:
            count += 1
            for j in range(i * i, n, i):
                flags[j] = 1
    return count


def stack_machine(code, rounds):
    stack = bytearray()
    total = 0
    for _ in range(rounds):
        for op in code:
            if op < 128:
                stack.append(op)
            elif op < 160:
                stack.append((stack.pop() + stack.pop()) & 0xFF)
            elif op < 200:
                stack.append(stack[-1])
            else:
                total += stack.pop()
    return total, len(stack)


class GapBuffer:
    def __init__(self, text):
        self.before, self.after = bytearray(text), bytearray()

    def move(self, to):
        if to < len(self.before):
            part = self.before[to:]
            del self.before[to:]
            part.reverse()
            self.after += part
        else:
            while to > len(self.before) and self.after:
                self.before.append(self.after.pop())

    def insert(self, text):
        self.before += text

    def delete(self, n):
        del self.before[len(self.before) - n:]

    def text(self):
        return bytes(self.before + self.after[::-1])


def edit(n):
    buffer = GapBuffer(b'the quick brown fox jumps over the lazy dog ' * 20)
    for i in range(n):
        buffer.move(i * 37 % 700)
        buffer.insert(b'<%d>' % i)
        buffer.delete(2 + i % 3)
    return buffer.text()


def histogram(data):
    counts = [0] * 256
    for byte in data:
        counts[byte] += 1
    return counts


flags = sieve(1_000_000)
print(sum(flags), flags.count(1), flags.find(1, 999_000), odd_sieve(900_000))
print(stack_machine(bytes([5, 7, 130, 161, 129, 201, 9, 11, 13, 131, 132, 210]), 200_000))
text = edit(20_000)
print(len(text), text[500:560], histogram(text)[48:58])
