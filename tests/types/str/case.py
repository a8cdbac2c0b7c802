# Case mappings: ASCII, Latin-1, full mappings, the final sigma.
for text in ('Hello wORLD', 'straße', 'ÀÉÎ õü ÿ µ', 'ΑΣ ΟΔΟΣ ΣΑΣ. Σ', 'ǅabc ǆ', 'ﬁn ŉ ǰ', 'İstanbul ı', "they're bill's 3friends", '😀a𐐀𐐨', ''):
    print(text.lower(), text.upper(), text.title(), text.capitalize(), text.swapcase(), text.casefold(), sep='|')
# expect: hello world|HELLO WORLD|Hello World|Hello world|hELLO World|hello world
# expect: straße|STRASSE|Straße|Straße|STRASSE|strasse
# expect: àéî õü ÿ µ|ÀÉÎ ÕÜ Ÿ Μ|Àéî Õü Ÿ Μ|Àéî õü ÿ µ|àéî ÕÜ Ÿ Μ|àéî õü ÿ μ
# expect: ας οδος σας. σ|ΑΣ ΟΔΟΣ ΣΑΣ. Σ|Ας Οδος Σας. Σ|Ας οδος σας. σ|ας οδος σας. σ|ασ οδοσ σασ. σ
# expect: ǆabc ǆ|ǄABC Ǆ|ǅabc ǅ|ǅabc ǆ|ǅABC Ǆ|ǆabc ǆ
# expect: ﬁn ŉ ǰ|FIN ʼN J̌|Fin ʼN J̌|Fin ŉ ǰ|FIN ʼN J̌|fin ʼn ǰ
# expect: i̇stanbul ı|İSTANBUL I|İstanbul I|İstanbul ı|i̇STANBUL I|i̇stanbul ı
# expect: they're bill's 3friends|THEY'RE BILL'S 3FRIENDS|They'Re Bill'S 3Friends|They're bill's 3friends|THEY'RE BILL'S 3FRIENDS|they're bill's 3friends
# expect: 😀a𐐨𐐨|😀A𐐀𐐀|😀A𐐨𐐨|😀a𐐨𐐨|😀A𐐨𐐀|😀a𐐨𐐨
# expect: |||||
print('ß'.upper(), 'ß'.title(), 'ß'.casefold(), 'ŉ'.upper(), 'ΐ'.upper(), 'ﬃ'.title(), 'ǆ'.title(), 'Ǆ'.lower(), 'ᾳ'.upper(), 'ᾳ'.title())  # expect: SS Ss ss ʼN Ϊ́ Ffi ǅ ǆ ΑΙ ᾼ
print('Σ'.lower(), 'ΑΣ'.lower(), 'ΑΣΑ'.lower(), 'ΑΣ.'.lower(), 'A\u0345Σ'.lower() == 'a\u0345ς', 'Σ Σ'.lower(), 'ΑΣ'.capitalize(), 'ΑΣ'.title())  # expect: σ ας ασα ας. True σ σ Ας Ας
print(len('İ'.lower()), ascii('İ'.lower()), 'ſ'.upper(), 'K'.lower(), 'ẞ'.lower(), 'ẞ'.casefold())  # expect: 2 'i\u0307' S k ß ss
questions = ('isalnum', 'isalpha', 'isascii', 'isdecimal', 'isdigit', 'isidentifier', 'islower', 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper')
for text in ('', 'a', 'A', '1', 'a1', 'Aa', 'aA', ' ', 'a b', 'Ab Cd', 'ab_1', '1a', '²', '½', '٣', 'Ⅷ', 'ǅ', 'ß', 'ª', '\x1c', '\xa0', '\xad', 'é', '漢', '_', 'µ', '\n', '\u200b', '\ud800', 'A1', 'a\u0301', '𝟘', 'ⓐ', 'Ab3c'):
    print(ascii(text), *(question[2:] for question in questions if getattr(text, question)()))
# expect: '' ascii printable
# expect: 'a' alnum alpha ascii identifier lower printable
# expect: 'A' alnum alpha ascii identifier printable title upper
# expect: '1' alnum ascii decimal digit numeric printable
# expect: 'a1' alnum ascii identifier lower printable
# expect: 'Aa' alnum alpha ascii identifier printable title
# expect: 'aA' alnum alpha ascii identifier printable
# expect: ' ' ascii printable space
# expect: 'a b' ascii lower printable
# expect: 'Ab Cd' ascii printable title
# expect: 'ab_1' ascii identifier lower printable
# expect: '1a' alnum ascii lower printable
# expect: '\xb2' alnum digit numeric printable
# expect: '\xbd' alnum numeric printable
# expect: '\u0663' alnum decimal digit numeric printable
# expect: '\u2167' alnum identifier numeric printable title upper
# expect: '\u01c5' alnum alpha identifier printable title
# expect: '\xdf' alnum alpha identifier lower printable
# expect: '\xaa' alnum alpha identifier lower printable
# expect: '\x1c' ascii space
# expect: '\xa0' space
# expect: '\xad'
# expect: '\xe9' alnum alpha identifier lower printable
# expect: '\u6f22' alnum alpha identifier printable
# expect: '_' ascii identifier printable
# expect: '\xb5' alnum alpha identifier lower printable
# expect: '\n' ascii space
# expect: '\u200b'
# expect: '\ud800'
# expect: 'A1' alnum ascii identifier printable title upper
# expect: 'a\u0301' identifier lower printable
# expect: '\U0001d7d8' alnum decimal digit numeric printable
# expect: '\u24d0' lower printable
# expect: 'Ab3c' alnum ascii identifier printable
