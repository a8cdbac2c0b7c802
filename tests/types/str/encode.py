# encode and str(bytes, encoding, errors): encodings, their names, error handlers, the fields of UnicodeError.
def show(f, *args):
    try:
        print(ascii(f(*args)))
    except UnicodeError as e:
        print(type(e).__name__, e.encoding, ascii(e.object), e.start, e.end, e.reason)
        print(' ', ascii(str(e)))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

text = 'aé€😀'
for name in ('utf-8', 'UTF8', 'u8', 'utf_8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf_16_be', 'UTF-16LE', 'utf-32', 'utf-32-le', 'utf-32-be', 'unicode_escape', 'raw_unicode_escape', 'latin-1', 'iso-8859-1', 'L1', 'ascii', 'us-ascii', '646', 'nonsense', 'hex', ''):
    print(name, end=': ')
    show(text.encode, name)
# expect: utf-8: b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'
# expect: UTF8: b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'
# expect: u8: b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'
# expect: utf_8: b'a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'
# expect: utf-8-sig: b'\xef\xbb\xbfa\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80'
# expect: utf-16: b'\xff\xfea\x00\xe9\x00\xac =\xd8\x00\xde'
# expect: utf-16-le: b'a\x00\xe9\x00\xac =\xd8\x00\xde'
# expect: utf_16_be: b'\x00a\x00\xe9 \xac\xd8=\xde\x00'
# expect: UTF-16LE: b'a\x00\xe9\x00\xac =\xd8\x00\xde'
# expect: utf-32: b'\xff\xfe\x00\x00a\x00\x00\x00\xe9\x00\x00\x00\xac \x00\x00\x00\xf6\x01\x00'
# expect: utf-32-le: b'a\x00\x00\x00\xe9\x00\x00\x00\xac \x00\x00\x00\xf6\x01\x00'
# expect: utf-32-be: b'\x00\x00\x00a\x00\x00\x00\xe9\x00\x00 \xac\x00\x01\xf6\x00'
# expect: unicode_escape: b'a\\xe9\\u20ac\\U0001f600'
# expect: raw_unicode_escape: b'a\xe9\\u20ac\\U0001f600'
# expect: latin-1: UnicodeEncodeError latin-1 'a\xe9\u20ac\U0001f600' 2 4 ordinal not in range(256)
# expect:   "'latin-1' codec can't encode characters in position 2-3: ordinal not in range(256)"
# expect: iso-8859-1: UnicodeEncodeError latin-1 'a\xe9\u20ac\U0001f600' 2 4 ordinal not in range(256)
# expect:   "'latin-1' codec can't encode characters in position 2-3: ordinal not in range(256)"
# expect: L1: UnicodeEncodeError latin-1 'a\xe9\u20ac\U0001f600' 2 4 ordinal not in range(256)
# expect:   "'latin-1' codec can't encode characters in position 2-3: ordinal not in range(256)"
# expect: ascii: UnicodeEncodeError ascii 'a\xe9\u20ac\U0001f600' 1 4 ordinal not in range(128)
# expect:   "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)"
# expect: us-ascii: UnicodeEncodeError ascii 'a\xe9\u20ac\U0001f600' 1 4 ordinal not in range(128)
# expect:   "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)"
# expect: 646: UnicodeEncodeError ascii 'a\xe9\u20ac\U0001f600' 1 4 ordinal not in range(128)
# expect:   "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)"
# expect: nonsense: LookupError: unknown encoding: nonsense
# expect: hex: LookupError: 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: : LookupError: unknown encoding:
for errors in ('ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass', 'nonsense'):
    print(errors)
    for name in ('ascii', 'latin-1', 'utf-8', 'utf-16-le', 'utf-32-be'):
        show('x\u1234\xe9\ud800y\udcff'.encode, name, errors)
# expect: ignore
# expect: b'xy'
# expect: b'x\xe9y'
# expect: b'x\xe1\x88\xb4\xc3\xa9y'
# expect: b'x\x004\x12\xe9\x00y\x00'
# expect: b'\x00\x00\x00x\x00\x00\x124\x00\x00\x00\xe9\x00\x00\x00y'
# expect: replace
# expect: b'x???y?'
# expect: b'x?\xe9?y?'
# expect: b'x\xe1\x88\xb4\xc3\xa9?y?'
# expect: b'x\x004\x12\xe9\x00?\x00y\x00?\x00'
# expect: b'\x00\x00\x00x\x00\x00\x124\x00\x00\x00\xe9\x00\x00\x00?\x00\x00\x00y\x00\x00\x00?'
# expect: backslashreplace
# expect: b'x\\u1234\\xe9\\ud800y\\udcff'
# expect: b'x\\u1234\xe9\\ud800y\\udcff'
# expect: b'x\xe1\x88\xb4\xc3\xa9\\ud800y\\udcff'
# expect: b'x\x004\x12\xe9\x00\\\x00u\x00d\x008\x000\x000\x00y\x00\\\x00u\x00d\x00c\x00f\x00f\x00'
# expect: b'\x00\x00\x00x\x00\x00\x124\x00\x00\x00\xe9\x00\x00\x00\\\x00\x00\x00u\x00\x00\x00d\x00\x00\x008\x00\x00\x000\x00\x00\x000\x00\x00\x00y\x00\x00\x00\\\x00\x00\x00u\x00\x00\x00d\x00\x00\x00c\x00\x00\x00f\x00\x00\x00f'
# expect: xmlcharrefreplace
# expect: b'x&#4660;&#233;&#55296;y&#56575;'
# expect: b'x&#4660;\xe9&#55296;y&#56575;'
# expect: b'x\xe1\x88\xb4\xc3\xa9&#55296;y&#56575;'
# expect: b'x\x004\x12\xe9\x00&\x00#\x005\x005\x002\x009\x006\x00;\x00y\x00&\x00#\x005\x006\x005\x007\x005\x00;\x00'
# expect: b'\x00\x00\x00x\x00\x00\x124\x00\x00\x00\xe9\x00\x00\x00&\x00\x00\x00#\x00\x00\x005\x00\x00\x005\x00\x00\x002\x00\x00\x009\x00\x00\x006\x00\x00\x00;\x00\x00\x00y\x00\x00\x00&\x00\x00\x00#\x00\x00\x005\x00\x00\x006\x00\x00\x005\x00\x00\x007\x00\x00\x005\x00\x00\x00;'
# expect: surrogateescape
# expect: UnicodeEncodeError ascii 'x\u1234\xe9\ud800y\udcff' 1 4 ordinal not in range(128)
# expect:   "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)"
# expect: UnicodeEncodeError latin-1 'x\u1234\xe9\ud800y\udcff' 1 2 ordinal not in range(256)
# expect:   "'latin-1' codec can't encode character '\\u1234' in position 1: ordinal not in range(256)"
# expect: UnicodeEncodeError utf-8 'x\u1234\xe9\ud800y\udcff' 3 4 surrogates not allowed
# expect:   "'utf-8' codec can't encode character '\\ud800' in position 3: surrogates not allowed"
# expect: UnicodeEncodeError utf-16-le 'x\u1234\xe9\ud800y\udcff' 3 4 surrogates not allowed
# expect:   "'utf-16-le' codec can't encode character '\\ud800' in position 3: surrogates not allowed"
# expect: UnicodeEncodeError utf-32-be 'x\u1234\xe9\ud800y\udcff' 3 4 surrogates not allowed
# expect:   "'utf-32-be' codec can't encode character '\\ud800' in position 3: surrogates not allowed"
# expect: surrogatepass
# expect: UnicodeEncodeError ascii 'x\u1234\xe9\ud800y\udcff' 1 4 ordinal not in range(128)
# expect:   "'ascii' codec can't encode characters in position 1-3: ordinal not in range(128)"
# expect: UnicodeEncodeError latin-1 'x\u1234\xe9\ud800y\udcff' 1 2 ordinal not in range(256)
# expect:   "'latin-1' codec can't encode character '\\u1234' in position 1: ordinal not in range(256)"
# expect: b'x\xe1\x88\xb4\xc3\xa9\xed\xa0\x80y\xed\xb3\xbf'
# expect: b'x\x004\x12\xe9\x00\x00\xd8y\x00\xff\xdc'
# expect: b'\x00\x00\x00x\x00\x00\x124\x00\x00\x00\xe9\x00\x00\xd8\x00\x00\x00\x00y\x00\x00\xdc\xff'
# expect: nonsense
# expect: LookupError: unknown error handler name 'nonsense'
# expect: LookupError: unknown error handler name 'nonsense'
# expect: LookupError: unknown error handler name 'nonsense'
# expect: LookupError: unknown error handler name 'nonsense'
# expect: LookupError: unknown error handler name 'nonsense'
show('ab'.encode, 'utf8', 'nonsense')
# expect: b'ab'
show(''.encode, 'utf-16')
# expect: b'\xff\xfe'
show(text.encode, 1)
# expect: TypeError: encode() argument 'encoding' must be str, not int
show(text.encode, 'utf-8', 1)
# expect: TypeError: encode() argument 'errors' must be str, not int
show(text.encode, 'utf\0')
# expect: ValueError: embedded null character
show('a\ud800\udfffb'.encode)
# expect: UnicodeEncodeError utf-8 'a\ud800\udfffb' 1 3 surrogates not allowed
# expect:   "'utf-8' codec can't encode characters in position 1-2: surrogates not allowed"

print(str(b'a\xc3\xa9', 'utf-8'), str(b'\xe9', 'latin-1'), str(b'abc', encoding='ascii'), str(bytearray(b'ab'), 'ascii'), str(memoryview(b'ab'), 'ascii'), repr(str(b'', 'ascii')), str(b'x', errors='ignore'), str(object='o'), repr(str()))  # expect: aé é abc ab ab '' x o ''
for data in (b'a\xff', b'\x80', b'\xc3', b'\xc3(', b'\xe2\x82', b'\xe2\x82(', b'\xf0\x9f\x98', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xc0\x80', b'\xf8', b'a\xe2\x28\xa1b'):
    show(str, data, 'utf-8')
    for errors in ('ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass', 'xmlcharrefreplace'):
        show(str, data, 'utf-8', errors)
# expect: UnicodeDecodeError utf-8 b'a\xff' 1 2 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"
# expect: 'a'
# expect: 'a\ufffd'
# expect: 'a\\xff'
# expect: 'a\udcff'
# expect: UnicodeDecodeError utf-8 b'a\xff' 1 2 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\x80' 0 1 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte"
# expect: ''
# expect: '\ufffd'
# expect: '\\x80'
# expect: '\udc80'
# expect: UnicodeDecodeError utf-8 b'\x80' 0 1 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xc3' 0 1 unexpected end of data
# expect:   "'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data"
# expect: ''
# expect: '\ufffd'
# expect: '\\xc3'
# expect: '\udcc3'
# expect: UnicodeDecodeError utf-8 b'\xc3' 0 1 unexpected end of data
# expect:   "'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xc3(' 0 1 invalid continuation byte
# expect:   "'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte"
# expect: '('
# expect: '\ufffd('
# expect: '\\xc3('
# expect: '\udcc3('
# expect: UnicodeDecodeError utf-8 b'\xc3(' 0 1 invalid continuation byte
# expect:   "'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xe2\x82' 0 2 unexpected end of data
# expect:   "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"
# expect: ''
# expect: '\ufffd'
# expect: '\\xe2\\x82'
# expect: '\udce2\udc82'
# expect: UnicodeDecodeError utf-8 b'\xe2\x82' 0 2 unexpected end of data
# expect:   "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xe2\x82(' 0 2 invalid continuation byte
# expect:   "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte"
# expect: '('
# expect: '\ufffd('
# expect: '\\xe2\\x82('
# expect: '\udce2\udc82('
# expect: UnicodeDecodeError utf-8 b'\xe2\x82(' 0 2 invalid continuation byte
# expect:   "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xf0\x9f\x98' 0 3 unexpected end of data
# expect:   "'utf-8' codec can't decode bytes in position 0-2: unexpected end of data"
# expect: ''
# expect: '\ufffd'
# expect: '\\xf0\\x9f\\x98'
# expect: '\udcf0\udc9f\udc98'
# expect: UnicodeDecodeError utf-8 b'\xf0\x9f\x98' 0 3 unexpected end of data
# expect:   "'utf-8' codec can't decode bytes in position 0-2: unexpected end of data"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xed\xa0\x80' 0 1 invalid continuation byte
# expect:   "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"
# expect: ''
# expect: '\ufffd\ufffd\ufffd'
# expect: '\\xed\\xa0\\x80'
# expect: '\udced\udca0\udc80'
# expect: '\ud800'
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xf4\x90\x80\x80' 0 1 invalid continuation byte
# expect:   "'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte"
# expect: ''
# expect: '\ufffd\ufffd\ufffd\ufffd'
# expect: '\\xf4\\x90\\x80\\x80'
# expect: '\udcf4\udc90\udc80\udc80'
# expect: UnicodeDecodeError utf-8 b'\xf4\x90\x80\x80' 0 1 invalid continuation byte
# expect:   "'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xc0\x80' 0 1 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte"
# expect: ''
# expect: '\ufffd\ufffd'
# expect: '\\xc0\\x80'
# expect: '\udcc0\udc80'
# expect: UnicodeDecodeError utf-8 b'\xc0\x80' 0 1 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'\xf8' 0 1 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0xf8 in position 0: invalid start byte"
# expect: ''
# expect: '\ufffd'
# expect: '\\xf8'
# expect: '\udcf8'
# expect: UnicodeDecodeError utf-8 b'\xf8' 0 1 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0xf8 in position 0: invalid start byte"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
# expect: UnicodeDecodeError utf-8 b'a\xe2(\xa1b' 1 2 invalid continuation byte
# expect:   "'utf-8' codec can't decode byte 0xe2 in position 1: invalid continuation byte"
# expect: 'a(b'
# expect: 'a\ufffd(\ufffdb'
# expect: 'a\\xe2(\\xa1b'
# expect: 'a\udce2(\udca1b'
# expect: UnicodeDecodeError utf-8 b'a\xe2(\xa1b' 1 2 invalid continuation byte
# expect:   "'utf-8' codec can't decode byte 0xe2 in position 1: invalid continuation byte"
# expect: TypeError: don't know how to handle UnicodeDecodeError in error callback
for data, name in ((b'a', 'utf-16'), (b'\xff\xfea', 'utf-16'), (b'\xff\xfea\0', 'utf-16'), (b'\xfe\xff\0a', 'utf-16'), (b'\0\xd8', 'utf-16-le'), (b'\0\xdc', 'utf-16-le'), (b'\0\xd8a\0', 'utf-16-le'), (b'=\xd8\0\xde', 'utf-16-le'), (b'\0\xd8\0', 'utf-16-le'),
                   (b'a', 'utf-32'), (b'\0\xd8\0\0', 'utf-32-le'), (b'\0\0\x11\0', 'utf-32-le'), (b'\0\0\xfe\xff\0\0\0a', 'utf-32'), (b'a\x80b', 'ascii'), (b'\xef\xbb\xbfa', 'utf-8-sig'), (b'\xef\xbb\xbf\xff', 'utf-8-sig'),
                   (b'\\x41\\u20ac\\U0001F600\\101\\n\\\\', 'unicode_escape'), (b'\\', 'unicode_escape'), (b'\\x4', 'unicode_escape'), (b'\\u12', 'unicode_escape'), (b'\\U00110000', 'unicode_escape'), (b'\\u20ac\\n\xe9', 'raw_unicode_escape'), (b'\\u12', 'raw_unicode_escape')):
    show(str, data, name)
# expect: UnicodeDecodeError utf-16-le b'a' 0 1 truncated data
# expect:   "'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data"
# expect: UnicodeDecodeError utf-16-le b'\xff\xfea' 2 3 truncated data
# expect:   "'utf-16-le' codec can't decode byte 0x61 in position 2: truncated data"
# expect: 'a'
# expect: 'a'
# expect: UnicodeDecodeError utf-16-le b'\x00\xd8' 0 2 unexpected end of data
# expect:   "'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data"
# expect: UnicodeDecodeError utf-16-le b'\x00\xdc' 0 2 illegal encoding
# expect:   "'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding"
# expect: UnicodeDecodeError utf-16-le b'\x00\xd8a\x00' 0 2 illegal UTF-16 surrogate
# expect:   "'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate"
# expect: '\U0001f600'
# expect: UnicodeDecodeError utf-16-le b'\x00\xd8\x00' 0 3 unexpected end of data
# expect:   "'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data"
# expect: UnicodeDecodeError utf-32-le b'a' 0 1 truncated data
# expect:   "'utf-32-le' codec can't decode byte 0x61 in position 0: truncated data"
# expect: UnicodeDecodeError utf-32-le b'\x00\xd8\x00\x00' 0 4 code point in surrogate code point range(0xd800, 0xe000)
# expect:   "'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)"
# expect: UnicodeDecodeError utf-32-le b'\x00\x00\x11\x00' 0 4 code point not in range(0x110000)
# expect:   "'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)"
# expect: 'a'
# expect: UnicodeDecodeError ascii b'a\x80b' 1 2 ordinal not in range(128)
# expect:   "'ascii' codec can't decode byte 0x80 in position 1: ordinal not in range(128)"
# expect: 'a'
# expect: UnicodeDecodeError utf-8 b'\xff' 0 1 invalid start byte
# expect:   "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
# expect: 'A\u20ac\U0001f600A\n\\'
# expect: UnicodeDecodeError unicodeescape b'\\' 0 1 \ at end of string
# expect:   "'unicodeescape' codec can't decode byte 0x5c in position 0: \\ at end of string"
# expect: UnicodeDecodeError unicodeescape b'\\x4' 0 3 truncated \xXX escape
# expect:   "'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape"
# expect: UnicodeDecodeError unicodeescape b'\\u12' 0 4 truncated \uXXXX escape
# expect:   "'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape"
# expect: UnicodeDecodeError unicodeescape b'\\U00110000' 0 10 illegal Unicode character
# expect:   "'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character"
# expect: '\u20ac\\n\xe9'
# expect: UnicodeDecodeError rawunicodeescape b'\\u12' 0 4 truncated \uXXXX escape
# expect:   "'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape"
show(str, 'a', 'utf-8')
# expect: TypeError: decoding str is not supported
show(str, 1, 'utf-8')
# expect: TypeError: decoding to str: need a bytes-like object, int found
show(str, b'a', 1)
# expect: TypeError: str() argument 'encoding' must be str, not int
show(str, b'a', 'utf-8', 1)
# expect: TypeError: str() argument 'errors' must be str, not int
show(str, b'a', 'nonsense')
# expect: LookupError: unknown encoding: nonsense
show(str, b'a', 'b', 'c', 'd')
# expect: TypeError: str expected at most 3 arguments, got 4
print(all(chr(c).encode('utf-8').decode('utf-8') == chr(c) and chr(c).encode('utf-16').decode('utf-16') == chr(c) for c in list(range(0, 0xD800, 7)) + list(range(0xE000, 0x110000, 997))))  # expect: True
