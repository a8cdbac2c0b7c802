"""A binary protocol: layered headers, bit fields, variable-length integers, checksums. Everything is decoded from memoryviews without copying."""
import struct
import sys
from itertools import islice


class DecodeError(Exception):
    pass


class Truncated(DecodeError):
    def __init__(self, wanted, left):
        super().__init__(f'{wanted} bytes wanted, {left} left')
        self.wanted, self.left = wanted, left


class Cursor:
    """Reads from a view and remembers where it is."""

    def __init__(self, buffer):
        self.view = memoryview(buffer).cast('B')
        self.position = 0

    def __len__(self):
        return len(self.view) - self.position

    def take(self, n):
        if n > len(self):
            raise Truncated(n, len(self))
        part = self.view[self.position:self.position + n]
        self.position += n
        return part

    def unpack(self, layout):
        values = struct.unpack(layout, self.take(struct.calcsize(layout)))
        return values[0] if len(values) == 1 else values

    def varint(self):
        result = shift = 0
        while True:
            byte = self.unpack('B')
            result |= (byte & 0x7F) << shift
            if byte < 0x80:
                return result
            shift += 7
            if shift > 63:
                raise DecodeError('varint too long')

    def signed(self):
        n = self.varint()
        return n >> 1 ^ -(n & 1)

    def text(self):
        return str(self.take(self.varint()), 'utf-8')

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.view.release()
        return False


class Field:
    """A descriptor that decodes its value from the message's view on first use."""

    def __init__(self, layout, offset):
        self.layout, self.offset = layout, offset

    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = (*getattr(owner, 'fields', ()), name)

    def __get__(self, message, owner=None):
        if message is None:
            return self
        return struct.unpack_from(self.layout, message.view, self.offset)[0]

    def __set__(self, message, value):
        struct.pack_into(self.layout, message.view, self.offset, value)


class Bits:
    """Some bits of another field."""

    def __init__(self, field, low, width):
        self.field, self.low, self.mask = field, low, (1 << width) - 1

    def __get__(self, message, owner=None):
        return getattr(message, self.field) >> self.low & self.mask

    def __set__(self, message, value):
        if value & ~self.mask:
            raise ValueError(f'{value} does not fit in {self.mask.bit_length()} bits')
        whole = getattr(message, self.field)
        setattr(message, self.field, whole & ~(self.mask << self.low) | value << self.low)


class Header:
    SIZE = 16
    magic = Field('>H', 0)
    flags = Field('>H', 2)
    sequence = Field('<I', 4)
    length = Field('<H', 8)
    check = Field('<H', 10)
    time = Field('<f', 12)
    version = Bits('flags', 12, 4)
    kind = Bits('flags', 4, 8)
    urgent = Bits('flags', 0, 1)

    def __init__(self, view):
        self.view = view

    def __repr__(self):
        return 'Header(' + ', '.join(f'{name}={getattr(self, name)!r}' for name in self.fields) + ')'


def fletcher(data):
    a = b = 0
    for byte in data:
        a = (a + byte) % 255
        b = (b + a) % 255
    return b << 8 | a


DECODERS = {}


def decoder(kind):
    def register(function):
        DECODERS[kind] = function
        return function
    return register


@decoder(1)
def decode_samples(cursor):
    n, scale = cursor.varint(), cursor.unpack('<d')
    samples = cursor.take(2 * n).cast('h')
    return {'count': n, 'mean': sum(samples) * scale / n if n else 0.0, 'range': (min(samples, default=None), max(samples, default=None))}


@decoder(2)
def decode_table(cursor):
    result = {}
    for _ in range(cursor.varint()):
        key = cursor.text()
        tag = cursor.unpack('c')
        match tag:
            case b'i':
                result[key] = cursor.signed()
            case b's':
                result[key] = cursor.text()
            case b'b':
                result[key] = cursor.unpack('?')
            case b'l':
                result[key] = [cursor.signed() for _ in range(cursor.varint())]
            case b'r':
                result[key] = bytes(cursor.take(cursor.varint()))
            case _:
                raise DecodeError(f'unknown tag {tag!r} for {key!r}')
    return result


@decoder(3)
def decode_image(cursor):
    width, height = cursor.unpack('<2H')
    pixels = cursor.take(width * height).cast('B', shape=[height, width])
    return {'shape': pixels.shape, 'corners': (pixels[0, 0], pixels[0, -1], pixels[-1, 0], pixels[-1, -1]), 'rows': [bytes(row).hex() for row in pixels.tolist()]}


def varint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n):
    return varint(n << 1 if n >= 0 else (-n << 1) - 1)


def packed_text(text):
    data = text.encode()
    return varint(len(data)) + data


def message(kind, body, sequence, *, urgent=False, version=2):
    frame = bytearray(Header.SIZE + len(body))
    with memoryview(frame) as view:
        header = Header(view)
        header.magic = 0xCAFE
        header.version, header.kind, header.urgent = version, kind, int(urgent)
        header.sequence, header.length, header.time = sequence, len(body), sequence * 0.5
        view[Header.SIZE:] = body
        header.check = fletcher(view[Header.SIZE:])
    return bytes(frame)


def samples_body(values, scale):
    return varint(len(values)) + struct.pack('<d', scale) + struct.pack(f'<{len(values)}h', *values)


def table_body(**entries):
    out = bytearray(varint(len(entries)))
    for key, value in entries.items():
        out += packed_text(key)
        if isinstance(value, bool):
            out += b'b' + struct.pack('?', value)
        elif isinstance(value, int):
            out += b'i' + zigzag(value)
        elif isinstance(value, str):
            out += b's' + packed_text(value)
        elif isinstance(value, (bytes, bytearray)):
            out += b'r' + varint(len(value)) + value
        else:
            out += b'l' + varint(len(value)) + b''.join(map(zigzag, value))
    return bytes(out)


def image_body(width, height):
    return struct.pack('<2H', width, height) + bytes((x * 17 + y * 31) & 0xFF for y in range(height) for x in range(width))


class Stream:
    """Finds messages in a stream that may begin in the middle of one and may be damaged."""

    def __init__(self):
        self.buffer = bytearray()
        self.skipped = 0
        self.errors = []

    def feed(self, data):
        self.buffer.extend(data)
        while True:
            start = self.buffer.find(b'\xca\xfe')
            if start < 0:
                keep = self.buffer.endswith(b'\xca')
                self.skipped += len(self.buffer) - keep
                del self.buffer[:len(self.buffer) - keep]
                return
            if start:
                self.skipped += start
                del self.buffer[:start]
            if len(self.buffer) < Header.SIZE:
                return
            with memoryview(self.buffer) as view:
                header = Header(view[:Header.SIZE])
                end = Header.SIZE + header.length
                whole = len(view) >= end
                result = self.decode(header, view[Header.SIZE:end]) if whole else None
                header.view.release()
            if not whole:
                return
            yield from result
            del self.buffer[:end]

    def decode(self, header, body):
        name = f'#{header.sequence}'
        try:
            if header.check != fletcher(body):
                raise DecodeError(f'checksum {header.check:04x} instead of {fletcher(body):04x}')
            with Cursor(body) as cursor:
                value = DECODERS[header.kind](cursor)
                if len(cursor):
                    raise DecodeError(f'{len(cursor)} bytes too many')
        except DecodeError as error:
            self.errors.append(f'{name}: {type(error).__name__}: {error}')
            return []
        except KeyError as error:
            self.errors.append(f'{name}: unknown kind {error}')
            return []
        finally:
            body.release()
        return [(header.sequence, header.kind, bool(header.urgent), value)]


def main():
    table = table_body(name='Größe', count=-12345, big=2 ** 40, on=True, off=False, raw=b'\x00\xff', numbers=[0, -1, 1, -64, 64, 10 ** 6])
    messages = [
        message(1, samples_body([-5, 7, 300, -32768, 32767], 0.25), 1),
        message(2, table, 2, urgent=True),
        message(3, image_body(5, 3), 3, version=7),
        message(9, b'?', 4),
        message(2, varint(1) + packed_text('bad') + b'z', 5),
        message(1, samples_body([1, 2, 3], 1.0)[:-2], 6),
        message(1, samples_body([], 1.0) + b'xx', 7),
    ]
    damaged = bytearray(messages[0])
    damaged[-1] ^= 0xFF
    whole = b'noise' + b''.join(messages) + bytes(damaged) + b'\xca' + messages[1]
    print(len(whole), [len(m) for m in messages])

    results = []
    for size in (1, 7, 64, len(whole)):
        stream = Stream()
        source = memoryview(whole)
        decoded = []
        for start in range(0, len(source), size):
            decoded.extend(stream.feed(source[start:start + size]))
        results.append((decoded, stream.errors, stream.skipped, len(stream.buffer)))
    print('same for all chunk sizes:', all(r == results[0] for r in results))
    decoded, errors, skipped, left = results[0]
    for sequence, kind, urgent, value in decoded:
        print(sequence, kind, urgent)
        for key, item in value.items():
            print(f'    {key}: {item!r}')
    print(*errors, sep='\n')
    print('skipped', skipped, 'left', left)

    frame = bytearray(messages[2])
    header = Header(memoryview(frame))
    print(header)
    print(header.version, header.kind, header.urgent, Header.magic.offset)
    header.urgent = 1
    header.version = 15
    print(hex(header.flags), frame[2:4].hex())
    for attempt in (lambda: setattr(header, 'version', 16), lambda: setattr(header, 'length', 70_000), lambda: frame.append(0)):
        try:
            attempt()
        except (ValueError, struct.error, BufferError) as error:
            print(type(error).__name__, error)
    header.view.release()
    frame.append(0)
    print(len(frame), struct.calcsize('<HxI3sd'), struct.calcsize('@bhi'), [hex(b) for b in islice(frame, 4)])
    for n in (0, 1, 127, 128, 300, 2 ** 63 - 1):
        assert Cursor(varint(n)).varint() == n
    for n in (0, -1, 1, -2 ** 40, 2 ** 40):
        assert Cursor(zigzag(n)).signed() == n
    try:
        Cursor(b'\xff' * 12).varint()
    except DecodeError as error:
        print(error)
    try:
        Cursor(b'abc').unpack('<I')
    except Truncated as error:
        print(error, error.args, error.wanted)


if __name__ == '__main__':
    sys.exit(main())
