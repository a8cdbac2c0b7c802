# The character database: names, categories, numbers, normal forms.
import unicodedata as u


def show(*actions):
    for action in actions:
        try:
            print(ascii(action()))
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


print(u.name('a'), u.name('가'), u.name('一'), u.name('\x07', None), u.lookup('latin small letter a'), u.lookup('LATIN SMALL LETTER GHA'), u.lookup(b'BULLET'))
# expect: LATIN SMALL LETTER A HANGUL SYLLABLE GA CJK UNIFIED IDEOGRAPH-4E00 None a ƣ •
print([u.category(c) for c in 'aAǅʰª1Ⅷ½ \u2028\u2029\x07\u200d\ue000\ud800-([_!+$^©«»\u0301\u0378\u093e\u0488'])
# expect: ['Ll', 'Lu', 'Lt', 'Lm', 'Lo', 'Nd', 'Nl', 'No', 'Zs', 'Zl', 'Zp', 'Cc', 'Cf', 'Co', 'Cs', 'Pd', 'Ps', 'Ps', 'Pc', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Pi', 'Pf', 'Mn', 'Cn', 'Mc', 'Me']
print([u.bidirectional(c) for c in 'aא1+.,\n\t !٣ع\u202a\u0301\u0378'], [u.combining(c) for c in 'a\u0301\u0327\u05b0'], [u.mirrored(c) for c in 'a(∈'], [u.east_asian_width(c) for c in 'aé一ｱＡ\u0378'])
# expect: ['L', 'R', 'EN', 'ES', 'CS', 'CS', 'B', 'S', 'WS', 'ON', 'AN', 'AL', 'LRE', 'NSM', ''] [0, 230, 202, 10] [0, 1, 1] ['Na', 'A', 'W', 'H', 'F', 'N']
print([u.decimal(c, None) for c in '5٣²Ⅷ½万'], [u.digit(c, None) for c in '5٣²①Ⅷ½万'], [u.numeric(c, None) for c in '5٣²①Ⅷ½万⅓\U00010140a'])
# expect: [5, 3, None, None, None, None] [5, 3, 2, 1, None, None, None] [5.0, 3.0, 2.0, 1.0, 8.0, 0.5, 10000.0, 0.3333333333333333, 0.25, None]
print([u.decomposition(c) for c in '\u00a0éﬁ½가aÅ\u00c5①ｱ\ufb50'])
# expect: ['<noBreak> 0020', '0065 0301', '<compat> 0066 0069', '<fraction> 0031 2044 0032', '', '', '0041 030A', '0041 030A', '<circle> 0031', '<narrow> 30A2', '<isolated> 0671']
print([ascii(u.normalize(form, 'é e\u0301 ﬁ½ 가 Å \U0001d15e\ud800')) for form in ('NFC', 'NFD', 'NFKC', 'NFKD')])
# expect: ["'\\xe9 \\xe9 \\ufb01\\xbd \\uac00 \\xc5 \\U0001d157\\U0001d165\\ud800'", "'e\\u0301 e\\u0301 \\ufb01\\xbd \\u1100\\u1161 A\\u030a \\U0001d157\\U0001d165\\ud800'", "'\\xe9 \\xe9 fi1\\u20442 \\uac00 \\xc5 \\U0001d157\\U0001d165\\ud800'", "'e\\u0301 e\\u0301 fi1\\u20442 \\u1100\\u1161 A\\u030a \\U0001d157\\U0001d165\\ud800'"]
print([u.is_normalized(form, text) for form in ('NFC', 'NFD', 'NFKC', 'NFKD') for text in ('a', 'é', 'e\u0301', 'ﬁ', '\ud800')], u.is_normalized('Q', ''), u.normalize('Q', '') == '')
# expect: [True, True, False, True, True, True, False, True, True, True, True, True, False, False, True, True, False, True, False, True] True True
show(lambda: u.name('ab'), lambda: u.name(5), lambda: u.name('\x07'), lambda: u.name(), lambda: u.name('a', 1, 2), lambda: u.lookup('NOPE'), lambda: u.lookup(5), lambda: u.lookup('A' * 1000), lambda: u.category('ab'), lambda: u.decimal('a'), lambda: u.digit('a'), lambda: u.numeric('a'))
# expect: TypeError: name() argument 1 must be a unicode character, not str
# expect: TypeError: name() argument 1 must be a unicode character, not int
# expect: ValueError: no such name
# expect: TypeError: name expected at least 1 argument, got 0
# expect: TypeError: name expected at most 2 arguments, got 3
# expect: KeyError: "undefined character name 'NOPE'"
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: KeyError: 'name too long'
# expect: TypeError: category() argument must be a unicode character, not str
# expect: ValueError: not a decimal
# expect: ValueError: not a digit
# expect: ValueError: not a numeric character
show(lambda: u.normalize('X', 'a'), lambda: u.normalize('NFC', 5), lambda: u.normalize(5, 'a'), lambda: u.normalize('NFC'), lambda: u.is_normalized('X', 'a'))
# expect: ValueError: invalid normalization form
# expect: TypeError: normalize() argument 2 must be str, not int
# expect: TypeError: normalize() argument 1 must be str, not int
# expect: TypeError: normalize expected 2 arguments, got 1
# expect: ValueError: invalid normalization form
print(all(u.normalize('NFC', u.normalize('NFD', c)) == u.normalize('NFC', c) for c in map(chr, range(0x3000))))  # expect: True
