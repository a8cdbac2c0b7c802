# \N{NAME}: in literals, f-strings and the codecs.
print('\N{BULLET}\N{bullet}\N{Latin Small Letter E With Acute}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{HANGUL SYLLABLE GA}')  # expect: ••é一가
print('\N{LATIN SMALL LETTER GHA}' == '\u01a3', '\N{LATIN SMALL LETTER OI}' == '\u01a3')  # expect: True True
x = 5
print(f'\N{DEGREE SIGN}{x}\N{EM DASH}{x:\N{BULLET}>3}')  # expect: °5—••5
print(r'\N{BULLET}', b'\\N{BULLET}'.decode('unicode_escape'), '\N{GRINNING FACE}' == '\U0001f600')  # expect: \N{BULLET} • True
print('aé€\x07'.encode('ascii', 'namereplace'), '\ud800'.encode('latin-1', 'namereplace'))  # expect: b'a\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{EURO SIGN}\x07' b'\\ud800'
for text in (r'"\N{NOT A NAME}"', r'"\N{BULLET }"', r'"\N{}"', r'"\N"', r'"\N{BULLET"', r'f"\N{NOPE}"'):
    try:
        print(eval(text))
    except SyntaxError as error:
        print(error.msg)
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-13: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-8: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name
try:
    b'x\\N{NOPE}'.decode('unicode_escape')
except UnicodeDecodeError as error:
    print(error)  # expect: 'unicodeescape' codec can't decode bytes in position 1-8: unknown Unicode character name
import codecs
print(codecs.namereplace_errors(UnicodeEncodeError('x', 'aé\ud800\x07', 0, 4, '')), codecs.encode('é', 'cp437', 'namereplace'), codecs.encode('ł', 'cp437', 'namereplace'))
# expect: ('\\N{LATIN SMALL LETTER A}\\N{LATIN SMALL LETTER E WITH ACUTE}\\ud800\\x07', 4) b'\x82' b'\\N{LATIN SMALL LETTER L WITH STROKE}'
