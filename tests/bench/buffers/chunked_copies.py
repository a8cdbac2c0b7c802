# A pipe of chunks: a ring buffer, a growing queue that is cut at the front, and copies of large blocks between buffers of several kinds.
import array
import io


class Ring:
    def __init__(self, size):
        self.memory = bytearray(size)
        self.view = memoryview(self.memory)
        self.head = self.used = 0

    def write(self, data):
        size = len(self.memory)
        n = min(len(data), size - self.used)
        at = (self.head + self.used) % size
        first = min(n, size - at)
        self.view[at:at + first] = data[:first]
        self.view[:n - first] = data[first:n]
        self.used += n
        return n

    def read(self, n):
        size = len(self.memory)
        n = min(n, self.used)
        first = min(n, size - self.head)
        out = bytearray(n)
        out[:first] = self.view[self.head:self.head + first]
        out[first:] = self.view[:n - first]
        self.head = (self.head + n) % size
        self.used -= n
        return out


def through_ring(data, ring):
    view = memoryview(data)
    out = bytearray()
    at, step = 0, 1
    while len(out) < len(data):
        at += ring.write(view[at:at + step])
        out += ring.read(step * 2 // 3 + 1)
        step = step * 5 % 211 + 1
    return out


def queue(n):
    pending = bytearray()
    total = 0
    for i in range(n):
        pending += b'%08d' % i
        if len(pending) > 64:
            total += pending[3]
            del pending[:24]
    return total, len(pending)


def stream(n):
    out = io.BytesIO()
    scratch = bytearray(64)
    for i in range(n):
        out.write(b'record')
        out.write(scratch[:i % 32])
    size = out.tell()
    out.seek(0)
    total = 0
    view = memoryview(scratch)
    while count := out.readinto(view[:24]):
        total += view[count - 1]
    return size, total


data = bytes((i * 7 >> 2) & 0xFF for i in range(1_200_000))
print(through_ring(data, Ring(257)) == data, queue(350_000), stream(200_000))
blocks = memoryview(data)
target = memoryview(bytearray(len(data)))
for _ in range(40):
    target[:] = blocks
    copy = bytearray(blocks)
    words = array.array('H', copy)
    words[:1000] = words[1000:2000]
print(target == blocks, sum(words[:50]), bytes(copy) == data)
