"""codecs -- Python Codec Registry, API and helpers."""
import builtins
import sys
from _codecs import _built_in_name, _decode_part, _registered_handler, register_error

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE",
    "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
    "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode",
    "decode", "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
    "namereplace_errors", "register_error", "lookup_error",
]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
if sys.byteorder == 'little':
    BOM = BOM_UTF16 = BOM_UTF16_LE
    BOM_UTF32 = BOM_UTF32_LE
else:
    BOM = BOM_UTF16 = BOM_UTF16_BE
    BOM_UTF32 = BOM_UTF32_BE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


# ---- classes to derive from

class CodecInfo(tuple):
    """Codec details when looking up the codec registry"""
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """Defines the interface for stateless encoders/decoders."""

    def encode(self, input, errors='strict'):
        """Encodes the object input and returns a tuple (output object, length consumed)."""
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        """Decodes the object input and returns a tuple (output object, length consumed)."""
        raise NotImplementedError


class IncrementalEncoder:
    """An IncrementalEncoder encodes an input in multiple steps."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        """Encodes input and returns the resulting object."""
        raise NotImplementedError

    def reset(self):
        """Resets the encoder to the initial state."""

    def getstate(self):
        """Return the current state of the encoder."""
        return 0

    def setstate(self, state):
        """Set the current state of the encoder."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps what it could not encode yet."""

    def __init__(self, errors='strict'):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """An IncrementalDecoder decodes an input in multiple steps."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        """Decode input and returns the resulting object."""
        raise NotImplementedError

    def reset(self):
        """Reset the decoder to the initial state."""

    def getstate(self):
        """Return the current state of the decoder: (buffered input, additional state)."""
        return (b"", 0)

    def setstate(self, state):
        """Set the current state of the decoder."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps incomplete sequences."""

    def __init__(self, errors='strict'):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Encodes what is written and hands it to a stream."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        """Writes the object's contents encoded to self.stream."""
        data, consumed = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        """Writes the concatenated list of strings to the stream using .write()."""
        self.write(''.join(list))

    def reset(self):
        """Resets the codec buffers used for keeping internal state."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReader(Codec):
    """Decodes what it reads of a stream."""
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def reset(self):
        """Resets the codec buffers used for keeping internal state."""
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()

    def _fill(self, size, firstline=False):
        """Decodes about `size` more bytes; whether there were any."""
        new = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + new
        if not data:
            return False
        try:
            text, used = self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            if not firstline:
                raise
            text, used = self.decode(data[:error.start], self.errors)
            if len(text.splitlines(keepends=True)) <= 1:
                raise
        self.bytebuffer = data[used:]
        self.charbuffer += text
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        """Decodes data from the stream: about `size` bytes, at most `chars` characters."""
        while not (chars >= 0 and len(self.charbuffer) >= chars):
            more = self._fill(size, firstline)
            if not more or (chars < 0 and (size < 0 or self.charbuffer)):
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self.charbuffertype()
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """Read one line from the input stream and return the decoded data."""
        more = True
        while True:
            lines = self.charbuffer.splitlines(keepends=True)
            if lines and (len(lines) > 1 or not more or lines[0].splitlines()[0] != lines[0] and not lines[0].endswith("\r")):
                break
            if not more:
                return self.charbuffertype()
            if size is not None and len(self.charbuffer) >= size > 0:
                lines = [self.charbuffer]
                break
            more = self._fill(72 if size is None else size, True)
        line = lines[0]
        self.charbuffer = self.charbuffer[len(line):]
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        """Read all lines available on the input stream and return them as a list."""
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        """Set the input stream's current position. Resets the codec buffers used for keeping state."""
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReaderWriter:
    """Reads and writes one stream through a StreamReader and a StreamWriter."""
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamRecoder:
    """Translates between two encodings on the way to and from a stream."""
    data_encoding = 'unknown'
    file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        line = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(line, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b''.join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


# ---- error handlers

def _unknown_error(exception):
    return TypeError(f"don't know how to handle {type(exception).__name__} in error callback")


def strict_errors(exception, /):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    if isinstance(exception, BaseException):
        raise exception
    raise TypeError("codec must pass exception instance")


def ignore_errors(exception, /):
    """Implements the 'ignore' error handling, which ignores malformed data and continues."""
    if isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
        return ('', exception.end)
    raise _unknown_error(exception)


def replace_errors(exception, /):
    """Implements the 'replace' error handling, which replaces malformed data with a replacement marker."""
    if isinstance(exception, UnicodeEncodeError):
        return ('?' * (exception.end - exception.start), exception.end)
    if isinstance(exception, UnicodeDecodeError):
        return ('\ufffd', exception.end)
    if isinstance(exception, UnicodeTranslateError):
        return ('\ufffd' * (exception.end - exception.start), exception.end)
    raise _unknown_error(exception)


def xmlcharrefreplace_errors(exception, /):
    """Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference."""
    if isinstance(exception, UnicodeEncodeError):
        return (''.join([f'&#{ord(c)};' for c in exception.object[exception.start:exception.end]]), exception.end)
    raise _unknown_error(exception)


def _escaped(c):
    return f'\\x{c:02x}' if c < 0x100 else f'\\u{c:04x}' if c < 0x10000 else f'\\U{c:08x}'


def backslashreplace_errors(exception, /):
    """Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence."""
    if isinstance(exception, (UnicodeEncodeError, UnicodeTranslateError)):
        return (''.join([_escaped(ord(c)) for c in exception.object[exception.start:exception.end]]), exception.end)
    if isinstance(exception, UnicodeDecodeError):
        return (''.join([f'\\x{c:02x}' for c in exception.object[exception.start:exception.end]]), exception.end)
    raise _unknown_error(exception)


def namereplace_errors(exception, /):
    """Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence."""
    if isinstance(exception, UnicodeEncodeError):
        try:
            from unicodedata import name
        except ImportError:
            return backslashreplace_errors(exception)
        names = [(c, name(c, None)) for c in exception.object[exception.start:exception.end]]
        return (''.join([f'\\N{{{known}}}' if known else _escaped(ord(c)) for c, known in names]), exception.end)
    raise _unknown_error(exception)


def _surrogateescape(exception, /):
    if isinstance(exception, UnicodeEncodeError):
        codes = [ord(c) for c in exception.object[exception.start:exception.end]]
        if all(0xDC80 <= c <= 0xDCFF for c in codes):
            return (bytes([c - 0xDC00 for c in codes]), exception.end)
        raise exception
    if isinstance(exception, UnicodeDecodeError):
        taken = []
        for c in exception.object[exception.start:min(exception.end, exception.start + 4)]:
            if c < 0x80:
                break
            taken.append(chr(0xDC00 + c))
        if taken:
            return (''.join(taken), exception.start + len(taken))
        raise exception
    raise _unknown_error(exception)


def _surrogatepass(exception, /):
    if isinstance(exception, (UnicodeEncodeError, UnicodeDecodeError)) and not exception.encoding.lower().replace('_', '-').startswith(('utf-8', 'utf8', 'utf-16', 'utf16', 'utf-32', 'utf32')):
        raise exception  # other encodings have no form for surrogates
    if isinstance(exception, UnicodeEncodeError):
        return (exception.object[exception.start:exception.end].encode(exception.encoding, 'surrogatepass'), exception.end)
    if isinstance(exception, UnicodeDecodeError):
        size = 4 if '32' in exception.encoding else 2 if '16' in exception.encoding else 3
        end = exception.start + size
        return (exception.object[exception.start:end].decode(exception.encoding, 'surrogatepass'), end)
    raise _unknown_error(exception)


_handlers = {
    'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors, 'xmlcharrefreplace': xmlcharrefreplace_errors,
    'backslashreplace': backslashreplace_errors, 'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape, 'surrogatepass': _surrogatepass,
}


def lookup_error(name, /):
    """Return the error handler for the specified error handling name or raise a LookupError, if no handler exists under this name."""
    handler = _registered_handler(name) or _handlers.get(name)
    if handler is None:
        raise LookupError(f"unknown error handler name '{name}'")
    return handler


def _handle(error, errors):
    answer = lookup_error(errors)(error)
    decoding = isinstance(error, UnicodeDecodeError)
    if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], str if decoding else (str, bytes))):
        raise TypeError("decoding error handler must return (str, int) tuple" if decoding else "encoding error handler must return (str/bytes, int) tuple")
    place = answer[1] + len(error.object) if answer[1] < 0 else answer[1]
    if not 0 <= place <= len(error.object):
        raise IndexError(f"position {place} from error handler out of bounds")
    return answer[0], place


# ---- the codecs that are built in

def _encoder(name, encoding):
    def encode(str, errors=None, /):
        if not isinstance(str, builtins.str):
            raise TypeError(f"{name}() argument 1 must be str, not {type(str).__name__}")
        return (str.encode(encoding, errors or 'strict'), len(str))
    encode.__name__ = encode.__qualname__ = name
    return encode


def _decoder(name, encoding, default_final=False):
    def decode(data, errors=None, final=default_final, /):
        return _decode_part(data, encoding, errors, final)
    decode.__name__ = decode.__qualname__ = name
    return decode


utf_8_encode, utf_8_decode = _encoder('utf_8_encode', 'utf-8'), _decoder('utf_8_decode', 'utf-8')
utf_16_encode, utf_16_decode = _encoder('utf_16_encode', 'utf-16'), _decoder('utf_16_decode', 'utf-16')
utf_16_le_encode, utf_16_le_decode = _encoder('utf_16_le_encode', 'utf-16-le'), _decoder('utf_16_le_decode', 'utf-16-le')
utf_16_be_encode, utf_16_be_decode = _encoder('utf_16_be_encode', 'utf-16-be'), _decoder('utf_16_be_decode', 'utf-16-be')
utf_32_encode, utf_32_decode = _encoder('utf_32_encode', 'utf-32'), _decoder('utf_32_decode', 'utf-32')
utf_32_le_encode, utf_32_le_decode = _encoder('utf_32_le_encode', 'utf-32-le'), _decoder('utf_32_le_decode', 'utf-32-le')
utf_32_be_encode, utf_32_be_decode = _encoder('utf_32_be_encode', 'utf-32-be'), _decoder('utf_32_be_decode', 'utf-32-be')
latin_1_encode, latin_1_decode = _encoder('latin_1_encode', 'latin-1'), _decoder('latin_1_decode', 'latin-1', True)
ascii_encode, ascii_decode = _encoder('ascii_encode', 'ascii'), _decoder('ascii_decode', 'ascii', True)
unicode_escape_encode = _encoder('unicode_escape_encode', 'unicode-escape')
unicode_escape_decode = _decoder('unicode_escape_decode', 'unicode-escape', True)
raw_unicode_escape_encode = _encoder('raw_unicode_escape_encode', 'raw-unicode-escape')
raw_unicode_escape_decode = _decoder('raw_unicode_escape_decode', 'raw-unicode-escape', True)


def _ex_decoder(name, whole, little, big, little_mark, big_mark):
    def decode(data, errors=None, byteorder=0, final=False, /):
        if byteorder == 0:
            start = bytes(data[:len(little_mark)])
            if start == little_mark or start == big_mark:
                return whole(data, errors, final) + (-1 if start == little_mark else 1,)
            return (little if sys.byteorder == 'little' else big)(data, errors, final) + (0,)
        return (little if byteorder < 0 else big)(data, errors, final) + (byteorder,)
    decode.__name__ = decode.__qualname__ = name
    return decode


utf_16_ex_decode = _ex_decoder('utf_16_ex_decode', utf_16_decode, utf_16_le_decode, utf_16_be_decode, BOM_UTF16_LE, BOM_UTF16_BE)
utf_32_ex_decode = _ex_decoder('utf_32_ex_decode', utf_32_decode, utf_32_le_decode, utf_32_be_decode, BOM_UTF32_LE, BOM_UTF32_BE)


def utf_8_sig_encode(input, errors='strict'):
    return (BOM_UTF8 + utf_8_encode(input, errors)[0], len(input))


def utf_8_sig_decode(input, errors='strict'):
    mark = 3 if bytes(input[:3]) == BOM_UTF8 else 0
    text, consumed = utf_8_decode(input[mark:] if mark else input, errors, True)
    return (text, consumed + mark)


def readbuffer_encode(data, errors=None, /):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return (data, len(data))


def escape_encode(data, errors=None, /):
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    return (repr(b'"' + data)[3:-1].encode(), len(data))


def _make_info(name, encode, decode, incremental_decode=None, text=True, encoder=None, decoder=None):
    """The CodecInfo of a codec without state, or with classes of its own."""
    class StatelessEncoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class StatelessDecoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    class BufferedDecoder(BufferedIncrementalDecoder):
        def _buffer_decode(self, input, errors, final):
            return incremental_decode(input, errors, final)

    class Writer(StreamWriter):
        if encoder is None:
            def encode(self, input, errors='strict'):
                return encode(input, errors)
        else:
            def __init__(self, stream, errors='strict'):
                StreamWriter.__init__(self, stream, errors)
                self._coder = encoder(errors)

            def encode(self, input, errors='strict'):
                return (self._coder.encode(input), len(input))

            def reset(self):
                self._coder.reset()

    class Reader(StreamReader):
        charbuffertype = str if text else bytes
        if decoder is None:
            def decode(self, input, errors='strict'):
                return incremental_decode(input, errors, False) if incremental_decode else decode(input, errors)
        else:
            def __init__(self, stream, errors='strict'):
                self._coder = decoder(errors)
                StreamReader.__init__(self, stream, errors)

            def decode(self, input, errors='strict'):
                return (self._coder.decode(input), len(input))

            def reset(self):
                StreamReader.reset(self)
                self._coder.reset()

    if encoder is None:
        encoder = StatelessEncoder
    if decoder is None:
        decoder = BufferedDecoder if incremental_decode else StatelessDecoder
    for made, shown in ((encoder, 'IncrementalEncoder'), (decoder, 'IncrementalDecoder'), (Writer, 'StreamWriter'), (Reader, 'StreamReader')):
        made.__name__ = made.__qualname__ = shown
    return CodecInfo(encode, decode, Reader, Writer, encoder, decoder, name, _is_text_encoding=text)


def _whole(decode):
    """The decoder of a CodecInfo: its input is all there is."""
    def decode_all(input, errors='strict'):
        return decode(input, errors, True)
    decode_all.__name__ = decode_all.__qualname__ = 'decode'
    return decode_all


def _marked_classes(bits, encode, encode_little, encode_big, ex_decode, decode_little, decode_big):
    """Incremental coders of UTF-16 and UTF-32, whose byte order mark decides."""
    native_encode, native_decode = (encode_little, decode_little) if sys.byteorder == 'little' else (encode_big, decode_big)
    other_decode = decode_big if native_decode is decode_little else decode_little

    class Encoder(IncrementalEncoder):
        def __init__(self, errors='strict'):
            IncrementalEncoder.__init__(self, errors)
            self.encoder = None

        def encode(self, input, final=False):
            if self.encoder is None:
                result = encode(input, self.errors)[0]
                self.encoder = native_encode
                return result
            return self.encoder(input, self.errors)[0]

        def reset(self):
            IncrementalEncoder.reset(self)
            self.encoder = None

        def getstate(self):
            return 2 if self.encoder is None else 0

        def setstate(self, state):
            self.encoder = None if state else native_encode

    class Decoder(BufferedIncrementalDecoder):
        def __init__(self, errors='strict'):
            BufferedIncrementalDecoder.__init__(self, errors)
            self.decoder = None

        def _buffer_decode(self, input, errors, final):
            if self.decoder is not None:
                return self.decoder(input, self.errors, final)
            output, consumed, byteorder = ex_decode(input, errors, 0, final)
            if byteorder:
                self.decoder = decode_little if byteorder < 0 else decode_big
            elif consumed >= bits // 8:
                raise UnicodeDecodeError(f"utf-{bits}", input, 0, bits // 8, "Stream does not start with BOM")
            return (output, consumed)

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self.decoder = None

        def getstate(self):
            state = BufferedIncrementalDecoder.getstate(self)[0]
            if self.decoder is None:
                return (state, 2)
            return (state, int(self.decoder is other_decode))

        def setstate(self, state):
            BufferedIncrementalDecoder.setstate(self, state)
            self.decoder = (native_decode, other_decode, None)[min(state[1], 2)]

    return Encoder, Decoder


class _SignedEncoder(IncrementalEncoder):
    def __init__(self, errors='strict'):
        IncrementalEncoder.__init__(self, errors)
        self.first = 1

    def encode(self, input, final=False):
        if self.first:
            self.first = 0
            return BOM_UTF8 + utf_8_encode(input, self.errors)[0]
        return utf_8_encode(input, self.errors)[0]

    def reset(self):
        IncrementalEncoder.reset(self)
        self.first = 1

    def getstate(self):
        return self.first

    def setstate(self, state):
        self.first = state


class _SignedDecoder(BufferedIncrementalDecoder):
    def __init__(self, errors='strict'):
        BufferedIncrementalDecoder.__init__(self, errors)
        self.first = 1

    def _buffer_decode(self, input, errors, final):
        if self.first:
            if len(input) < 3:
                if BOM_UTF8.startswith(input):
                    return ("", 0)
                self.first = 0
            else:
                self.first = 0
                if input[:3] == BOM_UTF8:
                    output, consumed = utf_8_decode(input[3:], errors, final)
                    return (output, consumed + 3)
        return utf_8_decode(input, errors, final)

    def reset(self):
        BufferedIncrementalDecoder.reset(self)
        self.first = 1

    def getstate(self):
        return (BufferedIncrementalDecoder.getstate(self)[0], self.first)

    def setstate(self, state):
        BufferedIncrementalDecoder.setstate(self, state)
        self.first = state[1]


def _built_in_info(name):
    if name == 'utf-8':
        return _make_info(name, utf_8_encode, _whole(utf_8_decode), utf_8_decode)
    if name == 'utf-8-sig':
        return _make_info(name, utf_8_sig_encode, utf_8_sig_decode, encoder=_SignedEncoder, decoder=_SignedDecoder)
    if name == 'utf-16':
        coders = _marked_classes(16, utf_16_encode, utf_16_le_encode, utf_16_be_encode, utf_16_ex_decode, utf_16_le_decode, utf_16_be_decode)
        return _make_info(name, utf_16_encode, _whole(utf_16_decode), None, True, *coders)
    if name == 'utf-32':
        coders = _marked_classes(32, utf_32_encode, utf_32_le_encode, utf_32_be_encode, utf_32_ex_decode, utf_32_le_decode, utf_32_be_decode)
        return _make_info(name, utf_32_encode, _whole(utf_32_decode), None, True, *coders)
    functions = 'latin_1' if name == 'iso8859-1' else name.replace('-', '_')
    encode, decode = globals()[functions + '_encode'], globals()[functions + '_decode']
    if name in ('iso8859-1', 'ascii'):
        return _make_info(name, encode, decode)
    return _make_info(name, encode, _whole(decode) if name.startswith('utf') else decode, decode)


# ---- codecs of one byte for each character

def charmap_decode(data, errors='strict', mapping=None, /):
    if mapping is None:
        return latin_1_decode(data, errors)
    data = bytes(data)
    if isinstance(mapping, str) and len(mapping) >= 256:
        text = data.decode('latin-1').translate(mapping)
        if '\ufffe' not in text:
            return (text, len(data))
    out = []
    place = 0
    while place < len(data):
        try:
            value = mapping[data[place]]
        except LookupError:
            value = None
        if isinstance(value, int):
            if not 0 <= value < 0x110000:
                raise TypeError("character mapping must be in range(0x110000)")
            value = chr(value)
        elif value is not None and not isinstance(value, str):
            raise TypeError("character mapping must return integer, None or str")
        if value is None or value == '\ufffe':
            text, place = _handle(UnicodeDecodeError('charmap', data, place, place + 1, 'character maps to <undefined>'), errors or 'strict')
            out.append(text)
        else:
            out.append(value)
            place += 1
    return (''.join(out), len(data))


def _charmap_byte(mapping, character):
    try:
        value = mapping[ord(character)]
    except LookupError:
        return None
    if isinstance(value, int):
        if not 0 <= value < 256:
            raise TypeError("character mapping must be in range(256)")
        return bytes((value,))
    if value is not None and not isinstance(value, bytes):
        raise TypeError(f"character mapping must return integer, bytes or None, not {type(value).__name__}")
    return value


def charmap_encode(str, errors='strict', mapping=None, /):
    if mapping is None:
        return latin_1_encode(str, errors)
    out = []
    place, length = 0, len(str)
    while place < length:
        value = _charmap_byte(mapping, str[place])
        if value is not None:
            out.append(value)
            place += 1
            continue
        end = place + 1
        while end < length and _charmap_byte(mapping, str[end]) is None:
            end += 1
        error = UnicodeEncodeError('charmap', str, place, end, 'character maps to <undefined>')
        replacement, place = _handle(error, errors or 'strict')
        if isinstance(replacement, bytes):
            out.append(replacement)
            continue
        for character in replacement:
            value = _charmap_byte(mapping, character)
            if value is None:
                raise error
            out.append(value)
    return (b''.join(out), length)


def charmap_build(map, /):
    return {ord(character): byte for byte, character in enumerate(map)}


def _charmap_info(name, upper):
    decoding = bytes(range(128)).decode('ascii') + upper
    encoding = {ord(character): byte for byte, character in enumerate(decoding) if character != '\ufffe'}

    def encode(input, errors='strict'):
        if isinstance(input, str) and input.isascii():
            return (input.encode('ascii'), len(input))
        return charmap_encode(input, errors, encoding)

    def decode(input, errors='strict'):
        return charmap_decode(input, errors, decoding)

    return _make_info(name, encode, decode)


# ---- codecs that are not about text

def _bytes_codec_info(name):
    import binascii
    if name == 'hex':
        encode, decode = binascii.b2a_hex, binascii.a2b_hex
    elif name == 'base64':
        import base64
        encode, decode = base64.encodebytes, base64.decodebytes
    elif name == 'zlib':
        import zlib
        encode, decode = zlib.compress, zlib.decompress
    elif name == 'quopri':
        def encode(input):
            return binascii.b2a_qp(input, quotetabs=True)
        decode = binascii.a2b_qp
    elif name == 'rot-13':
        table = {}
        for start in (65, 97):
            for i in range(26):
                table[start + i] = start + (i + 13) % 26

        def encode(input):
            return str.translate(input, table)
        decode = encode
    else:
        return None

    def wrapped(function):
        def code(input, errors='strict'):
            assert errors == 'strict'
            return (function(input), len(input))
        return code
    return _make_info(name, wrapped(encode), wrapped(decode), text=False)


_other_names = {
    'hex': 'hex', 'hex_codec': 'hex', 'base64': 'base64', 'base_64': 'base64', 'base64_codec': 'base64', 'zlib': 'zlib', 'zip': 'zlib', 'zlib_codec': 'zlib',
    'quopri': 'quopri', 'quopri_codec': 'quopri', 'quoted_printable': 'quopri', 'quotedprintable': 'quopri', 'rot13': 'rot-13', 'rot_13': 'rot-13',
}


# ---- the registry

_search_path = []
_found = {}


def _normalise(name):
    result = []
    gap = False
    for character in name:
        if character.isalnum() or character == '.':
            if gap and result:
                result.append('_')
            gap = False
            result.append(character.lower())
        else:
            gap = True
    return ''.join(result)


def _search_built_in(name):
    known = _built_in_name(name)
    if known is not None:
        return _built_in_info(known)
    if name in _other_names:
        return _bytes_codec_info(_other_names[name])
    from _charmaps import aliases, tables
    known = aliases.get(name, name)
    if known in tables:
        return _charmap_info(*tables[known])
    return None


def register(search_function, /):
    """Register a codec search function."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search_path.append(search_function)


def unregister(search_function, /):
    """Unregister a codec search function and clear the registry's cache."""
    if search_function in _search_path:
        _search_path.remove(search_function)
        _found.clear()


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = _normalise(encoding)
    if name in _found:
        return _found[name]
    info = _search_built_in(name)
    if info is None:
        for search in list(_search_path):
            info = search(name)
            if info is not None:
                if not (isinstance(info, tuple) and len(info) == 4):
                    raise TypeError("codec search functions must return 4-tuples")
                break
        else:
            raise LookupError(f"unknown encoding: {encoding}")
    _found[name] = info
    return info


def _run(coder, arguments, operation, encoding):
    try:
        result = coder(*arguments)
    except Exception as error:
        error.add_note(f"{operation}ing with '{encoding}' codec failed")
        raise
    if not (isinstance(result, tuple) and len(result) == 2):
        raise TypeError("encoder must return a tuple (object, integer)" if operation == 'encod' else "decoder must return a tuple (object,integer)")
    return result[0]


def encode(obj, encoding='utf-8', errors=None):
    """Encodes obj using the codec registered for encoding."""
    return _run(lookup(encoding)[0], (obj,) if errors is None else (obj, errors), 'encod', encoding)


def decode(obj, encoding='utf-8', errors=None):
    """Decodes obj using the codec registered for encoding."""
    return _run(lookup(encoding)[1], (obj,) if errors is None else (obj, errors), 'decod', encoding)


# str.encode, bytes.decode, open() and the like come here for encodings that are not built in.

def _text_info(encoding, use):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{use}() to handle arbitrary codecs")
    return info


def _check_text_encoding(nothing, encoding, errors):
    _text_info(encoding, 'open')


def _encode_text(text, encoding, errors):
    result = _run(_text_info(encoding, 'encode')[0], (text,) if errors == 'strict' else (text, errors), 'encod', encoding)
    if isinstance(result, bytearray):
        return bytes(result)
    if not isinstance(result, bytes):
        raise TypeError(f"'{encoding}' encoder returned '{type(result).__name__}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types")
    return result


def _decode_text(data, encoding, errors):
    result = _run(_text_info(encoding, 'decode')[1], (data,) if errors == 'strict' else (data, errors), 'decod', encoding)
    if not isinstance(result, str):
        raise TypeError(f"'{encoding}' decoder returned '{type(result).__name__}' instead of 'str'; use codecs.decode() to decode to arbitrary types")
    return result


def getencoder(encoding):
    """Lookup up the codec for the given encoding and return its encoder function."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """Lookup up the codec for the given encoding and return its decoder function."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """Lookup up the codec for the given encoding and return its IncrementalEncoder class or factory function."""
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    """Lookup up the codec for the given encoding and return its IncrementalDecoder class or factory function."""
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    """Lookup up the codec for the given encoding and return its StreamReader class or factory function."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """Lookup up the codec for the given encoding and return its StreamWriter class or factory function."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes the input strings from the iterator using an IncrementalEncoder."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes the input strings from the iterator using an IncrementalDecoder."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def make_identity_dict(rng):
    """Return a dictionary where elements of the rng sequence are mapped to themselves."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """Creates an encoding map from a decoding map; values that stand for several bytes map to None."""
    result = {}
    for key, value in decoding_map.items():
        result[value] = None if value in result else key
    return result


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open an encoded file using the given mode and return a wrapped version providing transparent encoding/decoding."""
    if encoding is not None and 'b' not in mode:
        mode = mode + 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        wrapped.encoding = encoding
        return wrapped
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """Return a wrapped version of file which provides transparent encoding translation."""
    if file_encoding is None:
        file_encoding = data_encoding
    data_info, file_info = lookup(data_encoding), lookup(file_encoding)
    result = StreamRecoder(file, data_info.encode, data_info.decode, file_info.streamreader, file_info.streamwriter, errors)
    result.data_encoding = data_encoding
    result.file_encoding = file_encoding
    return result
