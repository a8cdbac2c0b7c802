# split, rsplit, splitlines, join, partition.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print('a b  c'.split(), ' a b '.split(), ''.split(), '   '.split(), 'a\tb\nc\x1cd\u2003e'.split())  # expect: ['a', 'b', 'c'] ['a', 'b'] [] [] ['a', 'b', 'c', 'd', 'e']
print('a b  c '.split(None, 1), ' a b  c '.split(maxsplit=1), 'a b c'.split(None, 0), '  a b'.split(None, 0))  # expect: ['a', 'b  c '] ['a', 'b  c '] ['a b c'] ['a b']
print('a,b,,c'.split(','), 'a,b,,c'.split(',', 1), ''.split(','), ','.split(','), 'abc'.split('abc'), 'a,b'.split(',', -1), 'a,b'.split(',', 0))  # expect: ['a', 'b', '', 'c'] ['a', 'b,,c'] [''] ['', ''] ['', ''] ['a', 'b'] ['a,b']
print('a--b--c'.split('--'), 'a--b--c'.split('--', maxsplit=1), 'αβγβδ'.split('β'), 'abc'.split('β'))  # expect: ['a', 'b', 'c'] ['a', 'b--c'] ['α', 'γ', 'δ'] ['abc']
print('a b  c'.rsplit(), 'a b  c'.rsplit(None, 1), ' a b '.rsplit(None, 1), 'a,b,,c'.rsplit(',', 1), 'a,b,,c'.rsplit(',', 2), ''.rsplit(','))  # expect: ['a', 'b', 'c'] ['a b', 'c'] [' a', 'b'] ['a,b,', 'c'] ['a,b', '', 'c'] ['']
print(' a b '.rsplit(None, 0), 'aXbXXc'.rsplit('X'), 'a b'.rsplit(sep=' '))  # expect: [' a b'] ['a', 'b', '', 'c'] ['a', 'b']
print('a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l'.splitlines())  # expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
print('a\nb\r\nc\r'.splitlines(True), 'a\nb\n'.splitlines(keepends=True), ''.splitlines(), '\n'.splitlines(), 'a\n\nb'.splitlines(), '\r\n\n\r'.splitlines(True))  # expect: ['a\n', 'b\r\n', 'c\r'] ['a\n', 'b\n'] [] [''] ['a', '', 'b'] ['\r\n', '\n', '\r']
print('a\x1fb'.splitlines(), 'a\x1fb'.split())  # expect: ['a\x1fb'] ['a', 'b']
print(','.join(['a', 'b', 'c']), ''.join(()), 'x'.join(['a']), ', '.join('abc'), ''.join(['a', 'α', '😀']), 'α'.join('ab'), '-'.join({'k': 1}))  # expect: a,b,c  a a, b, c aα😀 aαb k
print('|'.join(str(i) for i in range(5)), '😀'.join(['', '', '']), ''.join(['', '']))  # expect: 0|1|2|3|4 😀😀
print('a.b.c'.partition('.'), 'a.b.c'.rpartition('.'), 'abc'.partition('.'), 'abc'.rpartition('.'), 'a::b'.partition('::'), 'α=β'.partition('='))  # expect: ('a', '.', 'b.c') ('a.b', '.', 'c') ('abc', '', '') ('', '', 'abc') ('a', '::', 'b') ('α', '=', 'β')
text = 'exactly this'
print(text.split('#')[0] == text, ''.join([text]) is text, text.partition('#')[0] is text)  # expect: True True True
fails('a'.split, 1)
# expect: TypeError: must be str or None, not int
fails('a'.split, '')
# expect: ValueError: empty separator
fails('a'.rsplit, b'a')
# expect: TypeError: must be str or None, not bytes
fails('a'.split, 'a', 'b')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails('a'.split, 'a', 1.0)
# expect: TypeError: 'float' object cannot be interpreted as an integer
fails('a'.splitlines, 1, 2)
# expect: TypeError: splitlines() takes at most 1 argument (2 given)
fails(','.join, 1)
# expect: TypeError: can only join an iterable
fails(','.join, [1])
# expect: TypeError: sequence item 0: expected str instance, int found
fails(','.join, ['a', 'b', None])
# expect: TypeError: sequence item 2: expected str instance, NoneType found
fails(','.join, ['a', b'b'])
# expect: TypeError: sequence item 1: expected str instance, bytes found
fails(','.join, b'ab')
# expect: TypeError: sequence item 0: expected str instance, int found
fails('a'.partition, '')
# expect: ValueError: empty separator
fails('a'.rpartition, '')
# expect: ValueError: empty separator
fails('a'.partition, 1)
# expect: TypeError: must be str, not int
fails('a'.rpartition, None)
# expect: TypeError: must be str, not NoneType

def items():
    yield 'a'
    raise RuntimeError('while joining')

fails(','.join, items())
# expect: RuntimeError: while joining
