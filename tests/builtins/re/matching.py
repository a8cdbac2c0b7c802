# What patterns match: literals, classes, groups, repetition, look-around, flags; in text of every width and in bytes.
import re


def show(pattern, *texts, flags=0):
    compiled = re.compile(pattern, flags)
    print(*(None if m is None else (m.group(), *m.groups()) for m in map(compiled.search, texts)))


show(r'a.c', 'abc', 'a\nc', 'aéc', 'ac')  # expect: ('abc',) None ('aéc',) None
show(r'a.c', 'a\nc', flags=re.S)  # expect: ('a\nc',)
show(r'[a-c]+|[^a-c]+?', 'xab', 'cab', '')  # expect: ('x',) ('cab',) None
show(r'[]-]+[\]^-]', '-]]^', ']-')  # expect: ('-]]^',) (']-',)
show(r'\d+', 'x12', '٣٤', 'Ⅷ')  # expect: ('12',) ('٣٤',) None
show(r'\d+', '٣٤5', flags=re.A)  # expect: ('5',)
show(r'\w+', '--élan_9', '世界', '½', '\u0301')  # expect: ('élan_9',) ('世界',) ('½',) None
show(r'\W+', 'é - x', flags=re.A)  # expect: ('é - ',)
show(r'\s+\S', 'a \t\n\r\f\vb', 'a\x1c\x85\xa0\u2003b')  # expect: (' \t\n\r\x0c\x0bb',) ('\x1c\x85\xa0\u2003b',)
show(rb'\s+\S', b'a \x1c\x85b')  # expect: (b' \x1c',)
show(r'[\s\d]+', 'x 1\x1c2', 'é\u20032')  # expect: (' 1\x1c2',) ('\u20032',)
show(r'[^\S\d]+', 'x 1\x1c2')  # expect: (' ',)
show(r'[\Sx]+', ' ab c')  # expect: ('ab',)
show(r'\bx\b', 'axa x', 'éx', 'x')  # expect: ('x',) None ('x',)
show(r'\Bx\B', 'axa', 'x', ' x ')  # expect: ('x',) None None
show(r'\B', '', ' ', 'a')  # expect: None ('',) None
show(r'^b$', 'a\nb', 'b\n', 'b\n\n')  # expect: None ('b',) None
show(r'^b$', 'a\nb', 'b\n\n', flags=re.M)  # expect: ('b',) ('b',)
show(r'(?m)^', '', '\n')  # expect: ('',) ('',)
print(re.findall(r'(?m)^.?', 'a\nb\n'), re.findall(r'(?m)$', 'a\nb\n'), re.findall(r'$', 'a\n'))  # expect: ['a', 'b', ''] ['', '', ''] ['', '']
show(r'\Aab\Z', 'ab', 'ab\n')  # expect: ('ab',) None
show(r'(a)|(b)', 'b', 'a')  # expect: ('b', None, 'b') ('a', 'a', None)
show(r'(?:(a)|b)*', 'ab', 'ba')  # expect: ('ab', 'a') ('ba', 'a')
show(r'((a)(b)?)+', 'aba', 'abab')  # expect: ('aba', 'a', 'a', 'b') ('abab', 'ab', 'a', 'b')
show(r'(a*)*', 'aa', 'b')  # expect: ('aa', '') ('', '')
show(r'(?P<one>a)(?P=one)\1', 'aaa', 'aab')  # expect: ('aaa', 'a') None
show(r'(a)?(?(1)b|c)', 'ab', 'c', 'ac')  # expect: ('ab', 'a') ('c', None) ('c', None)
show(r'(?P<q>["\'])?x(?(q)(?P=q))', '"x"', 'x', '"x')  # expect: ('"x"', '"') ('x', None) ('x', None)
show(r'a{2}', 'aaa', 'a')  # expect: ('aa',) None
show(r'a{,2}b', 'aaab')  # expect: ('aab',)
show(r'a{2,}?', 'aaaa')  # expect: ('aa',)
show(r'a{x}', 'a{x}')  # expect: ('a{x}',)
show(r'x{,}', 'xxx')  # expect: ('xxx',)
show(r'a++b', 'aab')  # expect: ('aab',)
show(r'(?>a+)ab', 'aab')  # expect: None
show(r'a*+a', 'aaa')  # expect: None
show(r'(?<=ab)c', 'abc', 'bc')  # expect: ('c',) None
show(r'(?<!a)b', 'ab', 'cb')  # expect: None ('b',)
show(r'(?=(b))b', 'ab')  # expect: ('b', 'b')
show(r'a(?!b)', 'abac')  # expect: ('a',)
show(r'(?<=(?:é|ł))x', 'ax', 'łx')  # expect: None ('x',)
show(r'(?i)straße', 'STRAßE', 'STRASSE')  # expect: ('STRAßE',) None
show(r'ÀÉ', 'àé', flags=re.I)  # expect: ('àé',)
show(r'é', 'É', flags=re.I | re.A)  # expect: None
show(r'[k-m]', 'K', 'L', flags=re.I)  # expect: ('K',) ('L',)
show(r'(?i:a)b', 'Ab', 'AB')  # expect: ('Ab',) None
show(r'(?-i:a)b', 'aB', 'AB', flags=re.I)  # expect: ('aB',) None
show(r'(?s:.)(.)', '\n\n', '\na')  # expect: None ('\na', 'a')
show(r'''(?x) a   # letter
     \ b [ ] c  (?#not this)''', 'a b c', 'abc')
show(r'\x41\u00e9\U0001F600\101\0\t\n\a', 'Aé😀A\0\t\n\a')
# expect: ('a b c',) None
# expect: ('Aé😀A\x00\t\n\x07',)
show(r'[\x41-\x43\b]+', 'xAB\b')  # expect: ('AB\x08',)
show(r'\N{EM DASH}[\N{BULLET}]', '—•')  # expect: ('—•',)
show(r'\.\*\-\_\é', '.*-_é')  # expect: ('.*-_é',)
show(rb'[\x80-\xff]+.', b'a\xe9\xff\n', b'\xe9x')  # expect: (b'\xe9\xff',) (b'\xe9x',)
show(rb'(?i)\xe9A', b'\xe9a', b'\xc9a')  # expect: (b'\xe9a',) None
show(rb'\w+', b'a\xe9b')  # expect: (b'a',)
show('[\ud800-\udfff]', 'a\udc80b')  # expect: ('\udc80',)
show('a\ud800', 'a\ud800')  # expect: ('a\ud800',)
show('😀+', 'x😀😀y')  # expect: ('😀😀',)
show(r'(((((((((((a)))))))))))\11\1', 'aaa')  # expect: ('aaa', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a')
show(r'(.+)\n\1', 'x\nab\nab')  # expect: ('ab\nab', 'ab')
print(re.match('b', 'ab'), re.fullmatch('a', 'ab'), re.fullmatch('a|ab', 'ab'), re.fullmatch('a*?', 'aa'), re.match('', ''))
# expect: None None <re.Match object; span=(0, 2), match='ab'> <re.Match object; span=(0, 2), match='aa'> <re.Match object; span=(0, 0), match=''>
pattern = re.compile(r'\bé')
print(pattern.search('xé é', 1), pattern.search('é é', 1), pattern.match('é é', 2), pattern.search('é é', 0, 0), pattern.search('aé', -5, 99), pattern.match('é', 5))
# expect: <re.Match object; span=(3, 4), match='é'> <re.Match object; span=(2, 3), match='é'> <re.Match object; span=(2, 3), match='é'> None None None
pattern = re.compile('^b')
print(pattern.search('ab', 1), re.compile('(?<=a)b').match('ab', 1), re.compile('a$').search('ab', 0, 1), re.compile(r'a\b').match('ab', 0, 1))
# expect: None <re.Match object; span=(1, 2), match='b'> <re.Match object; span=(0, 1), match='a'> <re.Match object; span=(0, 1), match='a'>
