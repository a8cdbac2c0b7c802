# Any bytes through every decoder, whole and in pieces, and back. The first byte chooses the codec, the second the error handler.
import base64
import binascii
import codecs
import warnings
import zlib

warnings.simplefilter('ignore')
TEXT = ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'ascii', 'latin-1', 'cp1252', 'koi8-r', 'iso8859-15',
        'unicode_escape', 'raw_unicode_escape', 'charmap')
HANDLERS = ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass')
BYTES = (lambda data: codecs.decode(data, 'hex'), lambda data: codecs.decode(data, 'base64'), lambda data: codecs.decode(data, 'quopri'),
         lambda data: codecs.decode(data, 'zlib'), zlib.decompress, lambda data: zlib.decompress(data, -15), base64.b32decode, base64.b85decode, base64.a85decode,
         base64.b16decode, binascii.a2b_uu, binascii.a2b_qp, lambda data: binascii.a2b_base64(data, strict_mode=True), lambda data: zlib.decompressobj().decompress(data, 1000))


def in_pieces(codec, handler, data, step):
    decoder = codecs.getincrementaldecoder(codec)(handler)
    return ''.join([decoder.decode(data[i:i + step]) for i in range(0, len(data), step)]) + decoder.decode(b'', True)


def door(data):
    if len(data) < 3:
        return
    if data[0] >= 128:
        try:
            BYTES[data[0] % len(BYTES)](data[2:])
        except (ValueError, zlib.error, MemoryError, OverflowError, EOFError):
            pass
        return
    codec, handler, step, data = TEXT[data[0] % len(TEXT)], HANDLERS[data[1] % len(HANDLERS)], 1 + data[1] // 64, data[2:]
    try:
        text = data.decode(codec, handler)
    except UnicodeError as error:
        assert type(error) is UnicodeDecodeError and 0 <= error.start <= error.end <= len(data), error
        return
    except LookupError:
        assert codec == 'charmap'
        return
    # utf-16 and utf-32 insist on a byte order mark when they read a stream.
    if codec not in ('unicode_escape', 'raw_unicode_escape', 'charmap', 'utf-16', 'utf-32'):
        assert in_pieces(codec, handler, data, step) == text, (codec, handler, step)
    try:
        back = text.encode(codec, handler)
    except UnicodeEncodeError as error:
        assert 0 <= error.start < error.end <= len(text), error
        return
    if handler == 'strict':
        assert back.decode(codec) == text
