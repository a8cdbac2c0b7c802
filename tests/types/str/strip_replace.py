# strip, lstrip, rstrip, removeprefix, removesuffix, replace.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print(repr('  a b \t\n'.strip()), repr('  a '.lstrip()), repr('  a '.rstrip()), repr('\u2003\x85a\xa0'.strip()), repr(' '.strip()))  # expect: 'a b' 'a ' '  a' 'a' ''
print('xxaxbxx'.strip('x'), 'xyaxbyx'.strip('yx'), 'xyaxbyx'.lstrip('xy'), 'xyaxbyx'.rstrip('xy'), repr('xx'.strip('x')), 'abc'.strip(''), ' a '.strip(None) + '|')  # expect: axb axb axbyx xyaxb '' abc a|
print('αβaβα'.strip('αβ'), 'aαa'.strip('a'), 'abc'.strip('α'), '😀x😀'.strip('😀'), 'Āa'.strip('\x00'))  # expect: a α abc x Āa
text = 'unchanged'
print(text.strip() is text, text.replace('zz', 'y') is text, text.removeprefix('x') is text)  # expect: True True True
print('prefix.name'.removeprefix('prefix.'), 'name.txt'.removesuffix('.txt'), 'aa'.removeprefix('a'), repr('a'.removesuffix('a')), 'abc'.removesuffix(''))  # expect: name name a '' abc
print('banana'.replace('a', 'o'), 'banana'.replace('a', 'o', 1), 'banana'.replace('a', 'o', 0), 'banana'.replace('a', 'o', -1), 'banana'.replace('an', ''), 'banana'.replace('na', 'NANA'))  # expect: bonono bonana banana bonono ba baNANANANA
print('abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), ''.replace('', 'x', 0), ''.replace('a', 'x'), 'abc'.replace('', ''), 'abc'.replace('', '-', 100))  # expect: -a-b-c- -a-bc x   abc -a-b-c-
print('abc'.replace('b', 'β'), 'aβc'.replace('β', 'b'), 'aβcβ'.replace('β', '😀', 1), 'a😀'.replace('😀', ''), 'abc'.replace('β', 'x'), 'aaaa'.replace('aa', 'b'))  # expect: aβc abc a😀cβ a abc bb
print('aβc'.replace('β', 'b') == 'abc', hash('aβc'.replace('β', 'b')) == hash('abc'), 'a😀'.replace('😀', 'é') == 'aé')  # expect: True True True
print('abab'.replace('ab', 'x', count=1))  # expect: xab
fails('a'.strip, 1)
# expect: TypeError: strip arg must be None or str
fails('a'.lstrip, b'a')
# expect: TypeError: lstrip arg must be None or str
fails('a'.rstrip, ['a'])
# expect: TypeError: rstrip arg must be None or str
fails('a'.replace, 'a')
# expect: TypeError: replace() takes at least 2 positional arguments (1 given)
fails('a'.replace, 1, 'a')
# expect: TypeError: replace() argument 1 must be str, not int
fails('a'.replace, 'a', None)
# expect: TypeError: replace() argument 2 must be str, not None
fails('a'.replace, 'a', 'b', 'c')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails('a'.removeprefix, 1)
# expect: TypeError: removeprefix() argument must be str, not int
fails('a'.removesuffix, ('a',))
# expect: TypeError: removesuffix() argument must be str, not tuple
