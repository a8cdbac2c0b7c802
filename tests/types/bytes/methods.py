# The methods that bytes and bytearray share, on both.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

for kind in (bytes, bytearray):
    b = kind(b'abcabc')
    print(b.find(b'c'), b.find(98), b.rfind(b'a'), b.find(b'zz'), b.find(b'', 6), b.find(b'', 7), b.index(bytearray(b'bc')), b.rindex(memoryview(b'ab')), b.count(b'a'), b.count(97, 1), b.count(b''), b.find(b'a', 1), b.find(b'a', -3, None))
    print(b.startswith(b'ab'), b.startswith((b'x', b'a')), b.startswith(b'bc', 1), b.endswith(b'bc'), b.endswith((bytearray(b'c'),)), b.endswith(b'a', 0, 4), b.startswith(()), 98 in b, b'ca' in b, bytearray(b'zz') in b, b'' in b)
    print(b.replace(b'a', b'xy'), b.replace(b'bc', b''), b.replace(b'', b'-', 2), b.replace(b'a', b'b', 1), b.replace(b'zz', b''), b.removeprefix(b'ab'), b.removesuffix(b'bc'), b.removeprefix(b'x'))
    print(b.partition(b'c'), b.rpartition(b'c'), b.partition(b'x'), b.rpartition(b'x'))
    print(kind(b' a b  c ').split(), kind(b'a,b,,c').split(b','), kind(b'a,b,c').split(b',', 1), kind(b'a,b,c').rsplit(b',', 1), kind(b' a b ').rsplit(None, 1), kind(b'').split(), kind(b'').split(b','), kind(b'a--b').split(sep=b'--'))
    print(kind(b'a\nb\r\nc\rd\x0be').splitlines(), kind(b'a\n\nb\n').splitlines(True), kind(b'').splitlines())
    print(kind(b', ').join([b'a', bytearray(b'b'), memoryview(b'c')]), kind(b'').join([]), kind(b'-').join((b'x',)), kind(b'.').join(bytes([i]) for i in b'abc'))
    print(kind(b' \t\x0ba \n').strip(), kind(b'xxaxx').strip(b'x'), kind(b'xyax').lstrip(b'yx'), kind(b'axy').rstrip(b'yx'), kind(b' a ').strip(None), kind(b'xx').strip(b'x'))
    print(kind(b"Hello wORLD 1st they're").lower(), kind(b'Hello').upper(), kind(b"hello wORLD they're 3rd").title(), kind(b'hELLO w').capitalize(), kind(b'Hello\xe9').swapcase())
    print([name for name in ('isalnum', 'isalpha', 'isascii', 'isdigit', 'islower', 'isspace', 'istitle', 'isupper') for text in (b'', b'a', b'A', b'1', b'Aa', b' ', b'\xff', b'Ab Cd', b'a1', b'aB') if getattr(kind(text), name)()])
    print(kind(b'ab').center(7), kind(b'ab').center(6, b'*'), kind(b'ab').ljust(4, bytearray(b'.')), kind(b'ab').rjust(4, b'.'), kind(b'-5').zfill(4), kind(b'+').zfill(3), kind(b'5').zfill(0), kind(b'a').center(4), kind(b'ab').center(5))
    print(kind(b'a\tb\n\tc').expandtabs(4), kind(b'\t').expandtabs(), kind(b'a\tb').expandtabs(tabsize=0))
    table = kind.maketrans(b'abc', b'xyz')
    print(len(table), b.translate(table), b.translate(None, b'b'), b.translate(table, delete=b'c'), b.translate(None), type(table).__name__)
    print(kind(b'\x00\x0f\xff').hex(), kind(b'abcde').hex(':'), kind(b'abcde').hex('-', 2), kind(b'abcde').hex(b'_', -2), kind(b'ab').hex(':', 0), kind(b'').hex(':'), kind.fromhex(' 00 0F ff'), kind.fromhex(''), kind.fromhex('61\t62\n'))
    print(kind(b'a\xc3\xa9').decode(), kind(b'\xe9').decode('latin-1'), ascii(kind(b'a\xff').decode('utf-8', 'replace')), kind(b'a\xff').decode(errors='ignore'), kind(b'ab').decode(encoding='ascii'))
    print(kind(b'%s %d %x %c') % (b'x', 5, 255, 65), kind(b'%(a)s %%') % {b'a': b'v'}, kind(b'%b|%5s|%-5s|%.2s') % (bytearray(b'1'), b'2', memoryview(b'3'), b'456'), kind(b'%a %r %f %.1e') % ('é', 1, 2.5, 3.0), kind(b'none') % ())
    for name, args in (('find', ('a',)), ('find', (300,)), ('find', (-1,)), ('find', (1.5,)), ('find', (None,)), ('index', (b'z',)), ('rindex', (122,)), ('count', ('a',)), ('startswith', ('a',)), ('startswith', ((1,),)), ('endswith', (1,)), ('split', ('a',)), ('split', (b'',)),
                       ('rsplit', (1,)), ('replace', (1, b'')), ('replace', (b'a', 'b')), ('replace', (b'a',)), ('join', (1,)), ('join', ([1],)), ('join', ([b'a', 'b'],)), ('join', ('ab',)), ('strip', (1,)), ('strip', ('a',)), ('center', ('x',)), ('center', (5, 'a')), ('center', (5, b'ab')), ('ljust', (5, 1)),
                       ('zfill', ('a',)), ('partition', (b'',)), ('partition', (1,)), ('rpartition', ('a',)), ('removeprefix', (1,)), ('expandtabs', ('x',)), ('decode', (1,)), ('decode', ('nonsense',)), ('decode', ('hex',)), ('hex', (1,)), ('hex', ('ab',)), ('hex', ('é',)), ('hex', (b'\xff',)), ('hex', (':', 'x')),
                       ('fromhex', ('a',)), ('fromhex', ('ag',)), ('fromhex', ('a g',)), ('fromhex', ('é',)), ('fromhex', (1,)), ('translate', (1,)), ('translate', (b'a',)), ('translate', (None, 1)), ('maketrans', (b'a', b'bc')), ('maketrans', ('a', 'b')), ('upper', (1,))):
        fails(getattr(b, name), *args)
    for text, values in ((b'%s', 'a'), (b'%b', 1), (b'%c', 'a'), (b'%c', 300), (b'%c', b'ab'), (b'%d', 'a'), (b'%x', 1.5), (b'%f', 'a'), (b'%z', 1), (b'%d %d', 1), (b'%d', (1, 2)), (b'%(a)s', {'a': 1}), (b'%(a)s', 1), (b'%*d', ('a', 1)), (b'%', 1), (b'%(a', {})):
        fails(lambda: kind(text) % values)
# expect: 2 1 3 -1 6 -1 1 3 2 1 7 3 3
# expect: True True True True True True False True True False True
# expect: b'xybcxybc' b'aa' b'-a-bcabc' b'bbcabc' b'abcabc' b'cabc' b'abca' b'abcabc'
# expect: (b'ab', b'c', b'abc') (b'abcab', b'c', b'') (b'abcabc', b'', b'') (b'', b'', b'abcabc')
# expect: [b'a', b'b', b'c'] [b'a', b'b', b'', b'c'] [b'a', b'b,c'] [b'a,b', b'c'] [b' a', b'b'] [] [b''] [b'a', b'b']
# expect: [b'a', b'b', b'c', b'd\x0be'] [b'a\n', b'\n', b'b\n'] []
# expect: b'a, b, c' b'' b'x' b'a.b.c'
# expect: b'a' b'a' b'ax' b'a' b'a' b''
# expect: b"hello world 1st they're" b'HELLO' b"Hello World They'Re 3Rd" b'Hello w' b'hELLO\xe9'
# expect: ['isalnum', 'isalnum', 'isalnum', 'isalnum', 'isalnum', 'isalnum', 'isalpha', 'isalpha', 'isalpha', 'isalpha', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isdigit', 'islower', 'islower', 'isspace', 'istitle', 'istitle', 'istitle', 'isupper']
# expect: b'   ab  ' b'**ab**' b'ab..' b'..ab' b'-005' b'+00' b'5' b' a  ' b'  ab '
# expect: b'a   b\n    c' b'        ' b'ab'
# expect: 256 b'xyzxyz' b'acac' b'xyxy' b'abcabc' bytes
# expect: 000fff 61:62:63:64:65 61-6263-6465 6162_6364_65 6162  b'\x00\x0f\xff' b'' b'ab'
# expect: aé é 'a\ufffd' a ab
# expect: b'x 5 ff A' b'v %' b'1|    2|3    |45' b"'\\xe9' 1 2.500000 3.0e+00" b'none'
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: argument should be integer or bytes-like object, not 'float'
# expect: TypeError: argument should be integer or bytes-like object, not 'NoneType'
# expect: ValueError: subsection not found
# expect: ValueError: subsection not found
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
# expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: endswith first arg must be bytes or a tuple of bytes, not int
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: empty separator
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: replace expected at least 2 arguments, got 1
# expect: TypeError: can only join an iterable
# expect: TypeError: sequence item 0: expected a bytes-like object, int found
# expect: TypeError: sequence item 1: expected a bytes-like object, str found
# expect: TypeError: sequence item 0: expected a bytes-like object, str found
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: center() argument 2 must be a byte string of length 1, not str
# expect: TypeError: center() argument 2 must be a byte string of length 1, not bytes
# expect: TypeError: ljust() argument 2 must be a byte string of length 1, not int
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: empty separator
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: decode() argument 'encoding' must be str, not int
# expect: LookupError: unknown encoding: nonsense
# expect: LookupError: 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: TypeError: object of type 'int' has no len()
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be ASCII.
# expect: ValueError: sep must be ASCII.
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 0
# expect: TypeError: fromhex() argument must be str, not int
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: ValueError: translation table must be 256 characters long
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: ValueError: maketrans arguments must have same length
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: bytes.upper() takes no arguments (1 given)
# expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'int'
# expect: TypeError: %c requires an integer in range(256) or a single byte
# expect: OverflowError: %c arg not in range(256)
# expect: TypeError: %c requires an integer in range(256) or a single byte
# expect: TypeError: %d format: a real number is required, not str
# expect: TypeError: %x format: an integer is required, not float
# expect: TypeError: float argument required, not str
# expect: ValueError: unsupported format character 'z' (0x7a) at index 1
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not all arguments converted during bytes formatting
# expect: KeyError: b'a'
# expect: TypeError: format requires a mapping
# expect: TypeError: * wants int
# expect: ValueError: incomplete format
# expect: ValueError: incomplete format key
# expect: 2 1 3 -1 6 -1 1 3 2 1 7 3 3
# expect: True True True True True True False True True False True
# expect: bytearray(b'xybcxybc') bytearray(b'aa') bytearray(b'-a-bcabc') bytearray(b'bbcabc') bytearray(b'abcabc') bytearray(b'cabc') bytearray(b'abca') bytearray(b'abcabc')
# expect: (bytearray(b'ab'), bytearray(b'c'), bytearray(b'abc')) (bytearray(b'abcab'), bytearray(b'c'), bytearray(b'')) (bytearray(b'abcabc'), bytearray(b''), bytearray(b'')) (bytearray(b''), bytearray(b''), bytearray(b'abcabc'))
# expect: [bytearray(b'a'), bytearray(b'b'), bytearray(b'c')] [bytearray(b'a'), bytearray(b'b'), bytearray(b''), bytearray(b'c')] [bytearray(b'a'), bytearray(b'b,c')] [bytearray(b'a,b'), bytearray(b'c')] [bytearray(b' a'), bytearray(b'b')] [] [bytearray(b'')] [bytearray(b'a'), bytearray(b'b')]
# expect: [bytearray(b'a'), bytearray(b'b'), bytearray(b'c'), bytearray(b'd\x0be')] [bytearray(b'a\n'), bytearray(b'\n'), bytearray(b'b\n')] []
# expect: bytearray(b'a, b, c') bytearray(b'') bytearray(b'x') bytearray(b'a.b.c')
# expect: bytearray(b'a') bytearray(b'a') bytearray(b'ax') bytearray(b'a') bytearray(b'a') bytearray(b'')
# expect: bytearray(b"hello world 1st they\'re") bytearray(b'HELLO') bytearray(b"Hello World They\'Re 3Rd") bytearray(b'Hello w') bytearray(b'hELLO\xe9')
# expect: ['isalnum', 'isalnum', 'isalnum', 'isalnum', 'isalnum', 'isalnum', 'isalpha', 'isalpha', 'isalpha', 'isalpha', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isascii', 'isdigit', 'islower', 'islower', 'isspace', 'istitle', 'istitle', 'istitle', 'isupper']
# expect: bytearray(b'   ab  ') bytearray(b'**ab**') bytearray(b'ab..') bytearray(b'..ab') bytearray(b'-005') bytearray(b'+00') bytearray(b'5') bytearray(b' a  ') bytearray(b'  ab ')
# expect: bytearray(b'a   b\n    c') bytearray(b'        ') bytearray(b'ab')
# expect: 256 bytearray(b'xyzxyz') bytearray(b'acac') bytearray(b'xyxy') bytearray(b'abcabc') bytes
# expect: 000fff 61:62:63:64:65 61-6263-6465 6162_6364_65 6162  bytearray(b'\x00\x0f\xff') bytearray(b'') bytearray(b'ab')
# expect: aé é 'a\ufffd' a ab
# expect: bytearray(b'x 5 ff A') bytearray(b'v %') bytearray(b'1|    2|3    |45') bytearray(b"\'\\xe9\' 1 2.500000 3.0e+00") bytearray(b'none')
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: argument should be integer or bytes-like object, not 'float'
# expect: TypeError: argument should be integer or bytes-like object, not 'NoneType'
# expect: ValueError: subsection not found
# expect: ValueError: subsection not found
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
# expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: endswith first arg must be bytes or a tuple of bytes, not int
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: ValueError: empty separator
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: replace expected at least 2 arguments, got 1
# expect: TypeError: can only join an iterable
# expect: TypeError: sequence item 0: expected a bytes-like object, int found
# expect: TypeError: sequence item 1: expected a bytes-like object, str found
# expect: TypeError: sequence item 0: expected a bytes-like object, str found
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: center() argument 2 must be a byte string of length 1, not str
# expect: TypeError: center() argument 2 must be a byte string of length 1, not bytes
# expect: TypeError: ljust() argument 2 must be a byte string of length 1, not int
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: empty separator
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: decode() argument 'encoding' must be str, not int
# expect: LookupError: unknown encoding: nonsense
# expect: LookupError: 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs
# expect: TypeError: object of type 'int' has no len()
# expect: ValueError: sep must be length 1.
# expect: ValueError: sep must be ASCII.
# expect: ValueError: sep must be ASCII.
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 0
# expect: TypeError: fromhex() argument must be str, not int
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: ValueError: translation table must be 256 characters long
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: ValueError: maketrans arguments must have same length
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: bytearray.upper() takes no arguments (1 given)
# expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'int'
# expect: TypeError: %c requires an integer in range(256) or a single byte
# expect: OverflowError: %c arg not in range(256)
# expect: TypeError: %c requires an integer in range(256) or a single byte
# expect: TypeError: %d format: a real number is required, not str
# expect: TypeError: %x format: an integer is required, not float
# expect: TypeError: float argument required, not str
# expect: ValueError: unsupported format character 'z' (0x7a) at index 1
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not all arguments converted during bytes formatting
# expect: KeyError: b'a'
# expect: TypeError: format requires a mapping
# expect: TypeError: * wants int
# expect: ValueError: incomplete format
# expect: ValueError: incomplete format key
