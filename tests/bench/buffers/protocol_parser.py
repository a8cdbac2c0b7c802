# A stream of frames (type, length, payload, checksum) cut into chunks, reassembled in a bytearray and decoded.


def encode(kind, payload):
    frame = bytearray([0x7E, kind])
    frame += len(payload).to_bytes(2, 'big')
    frame += payload
    frame.append(sum(payload) & 0xFF)
    return bytes(frame)


def stream(n):
    out = bytearray()
    for i in range(n):
        if i % 3 == 0:
            payload = i.to_bytes(4, 'little') * (i % 5 + 1)
        elif i % 3 == 1:
            payload = b'name=%d;value=%x' % (i, i * 7)
        else:
            payload = bytes(range(i % 64))
        out += encode(i % 3, payload)
        if i % 50 == 0:
            out += b'\x00\x01'
    return bytes(out)


class Decoder:
    def __init__(self):
        self.buffer = bytearray()
        self.frames = self.numbers = self.skipped = 0
        self.names = {}

    def feed(self, chunk):
        buffer = self.buffer
        buffer += chunk
        position = 0
        while len(buffer) - position >= 5:
            if buffer[position] != 0x7E:
                position += 1
                self.skipped += 1
                continue
            length = buffer[position + 2] << 8 | buffer[position + 3]
            end = position + 4 + length
            if end >= len(buffer):
                break
            with memoryview(buffer) as view:
                self.frame(view[position + 1], view[position + 4:end], view[end])
            position = end + 1
        del buffer[:position]

    def frame(self, kind, payload, check):
        if sum(payload) & 0xFF != check:
            raise ValueError('checksum')
        self.frames += 1
        if kind == 0:
            for i in range(0, len(payload), 4):
                self.numbers += int.from_bytes(payload[i:i + 4], 'little')
        elif kind == 1:
            for field in bytes(payload).split(b';'):
                key, _, value = field.partition(b'=')
                text = value.decode('ascii')
                self.names[key] = self.names.get(key, 0) + (int(text) if key == b'name' else int(text, 16))
        else:
            self.numbers += payload[-1] if len(payload) else 0
        payload.release()


data = stream(180_000)
decoder = Decoder()
position, step = 0, 1
while position < len(data):
    decoder.feed(data[position:position + step])
    position += step
    step = step * 7 % 997 + 1
print(decoder.frames, decoder.numbers, decoder.skipped, sorted(decoder.names.items()), len(decoder.buffer))
