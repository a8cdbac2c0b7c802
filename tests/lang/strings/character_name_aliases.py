# differs: names of controls and abbreviations are not in ICU, COMPATIBILITY.md#names-of-characters
for name in ('LINE FEED', 'NBSP', 'NULL'):
    try:
        print(ascii(eval(f'"\\N{{{name}}}"')))
    except SyntaxError as error:
        print(error.msg.rpartition(': ')[2])
# expect: unknown Unicode character name
# expect: unknown Unicode character name
# expect: unknown Unicode character name
