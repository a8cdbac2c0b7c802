"""Bytes as text of 16, 32, 64 (RFC 4648) or 85 characters."""
import binascii
import struct
from binascii import a2b_base64 as _a2b_base64, b2a_base64 as _b2a_base64

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']
__all__ += [base + way for base in ('b64', 'b32', 'b32hex', 'b16', 'b85', 'a85', 'z85') for way in ('encode', 'decode')]

bytes_types = (bytes, bytearray)
MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def _to_encode(data):
    if isinstance(data, str):
        raise TypeError("memoryview: a bytes-like object is required, not 'str'")
    return data if isinstance(data, bytes_types) else memoryview(data).tobytes()


def _to_decode(data):
    if isinstance(data, str):
        try:
            return data.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(data, bytes_types):
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {data.__class__.__name__!r}') from None


# ---- base 64

def _two(altchars):
    assert len(altchars) == 2, repr(altchars)
    return altchars


def b64encode(s, altchars=None):
    """The text of base 64 for bytes.

    altchars: two bytes that stand for '+' and '/'.
    """
    if altchars is None:
        return _b2a_base64(s, newline=False)
    text = _b2a_base64(s, newline=False)
    return text.translate(bytes.maketrans(b'+/', _two(altchars)))


def b64decode(s, altchars=None, validate=False):
    """The bytes of a text of base 64.

    altchars: two bytes or ASCII characters that stand for '+' and '/'. Characters outside the alphabet are skipped, or with validate an error.
    """
    if not isinstance(s, bytes):
        s = _to_decode(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_two(_to_decode(altchars)), b'+/'))
    return _a2b_base64(s, strict_mode=validate) if validate else _a2b_base64(s)


def standard_b64encode(s):
    """b64encode() with + and /."""
    return b64encode(s)


def standard_b64decode(s):
    """b64decode() with + and /."""
    return b64decode(s)


_to_urlsafe = bytes.maketrans(b'+/', b'-_')
_from_urlsafe = bytes.maketrans(b'-_', b'+/')


def urlsafe_b64encode(s):
    """b64encode() with - and _, which URLs and names of files may hold."""
    return b64encode(s).translate(_to_urlsafe)


def urlsafe_b64decode(s):
    """b64decode() with - and _."""
    return b64decode(_to_decode(s).translate(_from_urlsafe))


# ---- base 32: forty bits are eight characters

_DIGITS, _UPPER, _LOWER = (bytes(range(ord(first), ord(last) + 1)) for first, last in ('09', 'AZ', 'az'))
_BASE32 = _UPPER + _DIGITS[2:8]
_BASE32_HEX = _DIGITS + _UPPER[:22]
_pairs_of = {}  # alphabet -> the two characters of every ten bits
_digits_of = {}


def _b32encode(alphabet, s):
    if alphabet not in _pairs_of:
        _pairs_of[alphabet] = [bytes((a, b)) for a in alphabet for b in alphabet]
    pairs = _pairs_of[alphabet]
    s = _to_encode(s)
    missing = -len(s) % 5
    if missing:
        s = s + bytes(missing)
    encoded = bytearray()
    for start in range(0, len(s), 5):
        bits = int.from_bytes(s[start:start + 5])
        encoded += pairs[bits >> 30] + pairs[bits >> 20 & 1023] + pairs[bits >> 10 & 1023] + pairs[bits & 1023]
    if missing:
        padding = missing * 8 // 5
        encoded[-padding:] = b'=' * padding
    return bytes(encoded)


def _digits(alphabet):
    """The value of each character."""
    if alphabet not in _digits_of:
        _digits_of[alphabet] = {character: digit for digit, character in enumerate(alphabet)}
    return _digits_of[alphabet]


def _b32decode(alphabet, s, fold, one_stands_for=None):
    digits, wrong_padding = _digits(alphabet), binascii.Error('Incorrect padding')
    s = _to_decode(s)
    if len(s) % 8:
        raise wrong_padding
    if one_stands_for is not None:
        letter = _to_decode(one_stands_for)
        assert len(letter) == 1, repr(letter)
        s = s.replace(b'0', b'O').replace(b'1', letter)
    if fold:
        s = s.upper()
    data = s.rstrip(b'=')
    padding = len(s) - len(data)
    decoded = bytearray()
    for start in range(0, len(data), 8):
        bits = 0
        try:
            for character in data[start:start + 8]:
                bits = (bits << 5) + digits[character]
        except KeyError:
            raise binascii.Error('Non-base32 digit found') from None
        decoded += bits.to_bytes(5)
    if padding not in (0, 1, 3, 4, 6):
        raise wrong_padding
    if padding and decoded:
        decoded[-5:] = (bits << 5 * padding).to_bytes(5)[:(43 - 5 * padding) // 8]
    return bytes(decoded)


def b32encode(s):
    return _b32encode(_BASE32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_BASE32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_BASE32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_BASE32_HEX, s, casefold)


b32encode.__doc__ = 'The text of base 32 for bytes.'
b32hexencode.__doc__ = 'The text of base 32 with the digits before the letters, which keeps the order of bytes.'
b32decode.__doc__ = """The bytes of a text of base 32.

casefold: whether lower case is accepted. map01: the letter that the digit 1 stands for (I or L); 0 then stands for O.
"""
b32hexdecode.__doc__ = """The bytes of a text of base 32 with the digits before the letters.

casefold: whether lower case is accepted.
"""


# ---- base 16

def b16encode(s):
    """The text of base 16 for bytes, in upper case."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of a text of base 16; casefold: whether lower case is accepted."""
    s = _to_decode(s)
    if casefold:
        s = s.upper()
    if s.translate(None, _DIGITS + _UPPER[:6]):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


# ---- base 85: thirty-two bits are five characters

_a85alphabet = bytes(range(33, 118))
_b85alphabet = _DIGITS + _UPPER + _LOWER + b'!#$%&()*+-;<=>?@^_`{|}~'
_z85alphabet = _DIGITS + _LOWER + _UPPER + b'.-:+=^!/*?&<>()[]{}@%$#'
_A85START = b'<~'
_A85END = b'~>'


def _85encode(data, alphabet, pad=False, foldnuls=False, foldspaces=False):
    if alphabet not in _pairs_of:
        _pairs_of[alphabet] = [bytes((a, b)) for a in alphabet for b in alphabet]
    pairs = _pairs_of[alphabet]
    data = _to_encode(data)
    missing = -len(data) % 4
    if missing:
        data = data + bytes(missing)
    chunks = []
    for word, in struct.iter_unpack('!I', data):
        if foldnuls and not word:
            chunks.append(b'z')
        elif foldspaces and word == 0x20202020:
            chunks.append(b'y')
        else:
            rest, last = divmod(word, 85)
            chunks.append(pairs[rest // 7225] + pairs[rest % 7225] + alphabet[last:last + 1])
    if missing and not pad:
        if chunks[-1] == b'z':
            chunks[-1] = alphabet[:1] * 5
        chunks[-1] = chunks[-1][:-missing]
    return b''.join(chunks)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """The text of Ascii85 for bytes.

    foldspaces: four spaces become 'y'. wrapcol: characters per line, 0 for one line. pad: the input is padded to a multiple of 4. adobe: framed with <~ and ~>.
    """
    result = _85encode(b, _a85alphabet, pad, True, foldspaces)
    if adobe:
        result = _A85START + result
    if wrapcol:
        width = max(wrapcol, 1 + adobe)
        lines = [result[start:start + width] for start in range(0, len(result), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b'')
        result = b'\n'.join(lines)
    if adobe:
        result += _A85END
    return result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """The bytes of a text of Ascii85.

    foldspaces: 'y' stands for four spaces. adobe: the input ends with ~> and may begin with <~. ignorechars: characters to skip.
    """
    b = _to_decode(b)
    if adobe:
        if not b.endswith(_A85END):
            raise ValueError(f'Ascii85 encoded byte sequences must end with {_A85END!r}')
        b = b[2:-2] if b.startswith(_A85START) else b[:-2]
    def whole(letter, meaning):
        if count:
            raise ValueError(f'{letter} inside Ascii85 5-tuple')
        return meaning

    decoded = []
    word = count = 0
    for x in b + b'uuuu':
        if 33 <= x <= 117:
            word = 85 * word + (x - 33)
            count += 1
            if count == 5:
                if word >> 32:
                    raise ValueError('Ascii85 overflow')
                decoded.append(word.to_bytes(4))
                word = count = 0
        elif x == 122:
            decoded.append(whole('z', bytes(4)))
        elif foldspaces and x == 121:
            decoded.append(whole('y', b' ' * 4))
        elif x not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {x:c}')
    result = b''.join(decoded)
    return result[:-(4 - count)] if count < 4 else result


def b85encode(b, pad=False):
    """The text of base 85 for bytes; pad: they are padded to a multiple of 4."""
    return _85encode(b, _b85alphabet, pad)


def b85decode(b):
    """The bytes of a text of base 85."""
    digits = _digits(_b85alphabet)
    b = _to_decode(b)
    missing = -len(b) % 5
    b = b + b'~' * missing
    out = []
    for start in range(0, len(b), 5):
        chunk = b[start:start + 5]
        word = 0
        try:
            for character in chunk:
                word = word * 85 + digits[character]
        except KeyError:
            for place, character in enumerate(chunk, start):
                if character not in digits:
                    raise ValueError(f'bad base85 character at position {place}') from None
            raise
        if word >> 32:
            raise ValueError(f'base85 overflow in hunk starting at byte {start}')
        out.append(word.to_bytes(4))
    result = b''.join(out)
    return result[:-missing] if missing else result


_to_z85 = bytes.maketrans(_b85alphabet, _z85alphabet)
_from_z85 = bytes.maketrans(_z85alphabet + b';_`|~', _b85alphabet + bytes(5))


def z85encode(s):
    """The text of ZeroMQ's base 85 for bytes."""
    return b85encode(s).translate(_to_z85)


def z85decode(s):
    """The bytes of a text of ZeroMQ's base 85."""
    s = _to_decode(s).translate(_from_z85)
    try:
        return b85decode(s)
    except ValueError as error:
        raise ValueError(str(error).replace('base85', 'z85')) from None


# ---- lines of base 64

def encode(input, output):
    """Write the lines of base 64 for a binary file to another."""
    while piece := input.read(MAXBINSIZE):
        while len(piece) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(piece))):
            piece += more
        output.write(binascii.b2a_base64(piece))


def decode(input, output):
    """Write the bytes of a file of lines of base 64 to another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _check_bytes(s):
    try:
        view = memoryview(s)
    except TypeError as error:
        raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}') from error
    if view.format not in ('c', 'b', 'B'):
        raise TypeError(f'expected single byte elements, not {view.format!r} from {s.__class__.__name__}')
    if view.ndim != 1:
        raise TypeError(f'expected 1-D data, not {view.ndim}-D data from {s.__class__.__name__}')


def encodebytes(s):
    """Lines of base 64, of 76 characters, for bytes."""
    _check_bytes(s)
    return b''.join([binascii.b2a_base64(s[start:start + MAXBINSIZE]) for start in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    """The bytes of lines of base 64."""
    _check_bytes(s)
    return binascii.a2b_base64(s)
