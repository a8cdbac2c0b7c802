# Wrong patterns and templates: the error, and where it is.
import re


def show(pattern, flags=0):
    try:
        print(re.compile(pattern, flags))
    except re.error as error:
        print(f'{error} | {error.msg} | {error.pos} {error.lineno} {error.colno}')
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


def show_sub(template, pattern='(?P<a>x)(y)?'):
    try:
        print(repr(re.sub(pattern, template, 'xz')))
    except re.error as error:
        print(f'{error} | {error.msg} | {error.pos}')
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


show('(')  # expect: missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern | 0 1 1
show('a(b')  # expect: missing ), unterminated subpattern at position 1 | missing ), unterminated subpattern | 1 1 2
show(')')  # expect: unbalanced parenthesis at position 0 | unbalanced parenthesis | 0 1 1
show('a)b')  # expect: unbalanced parenthesis at position 1 | unbalanced parenthesis | 1 1 2
show('(?')  # expect: unexpected end of pattern at position 2 | unexpected end of pattern | 2 1 3
show('(?:')  # expect: missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern | 0 1 1
show('(?P')  # expect: unexpected end of pattern at position 3 | unexpected end of pattern | 3 1 4
show('(?P<')  # expect: missing group name at position 4 | missing group name | 4 1 5
show('(?P<a')  # expect: missing >, unterminated name at position 4 | missing >, unterminated name | 4 1 5
show('(?P<>x)')  # expect: missing group name at position 4 | missing group name | 4 1 5
show('(?P<1>x)')  # expect: bad character in group name '1' at position 4 | bad character in group name '1' | 4 1 5
show('(?P<a b>x)')  # expect: bad character in group name 'a b' at position 4 | bad character in group name 'a b' | 4 1 5
show('(?P<é>x)')  # expect: re.compile('(?P<é>x)')
show('(?P=')  # expect: missing group name at position 4 | missing group name | 4 1 5
show('(?P=a')  # expect: missing ), unterminated name at position 4 | missing ), unterminated name | 4 1 5
show('(?P=a)')  # expect: unknown group name 'a' at position 4 | unknown group name 'a' | 4 1 5
show('(?P=)')  # expect: missing group name at position 4 | missing group name | 4 1 5
show('(?Px)')  # expect: unknown extension ?Px at position 1 | unknown extension ?Px | 1 1 2
show('(?P<a>x)(?P<a>y)')  # expect: redefinition of group name 'a' as group 2; was group 1 at position 12 | redefinition of group name 'a' as group 2; was group 1 | 12 1 13
show('(?P<a>(?P=a))')  # expect: cannot refer to an open group at position 10 | cannot refer to an open group | 10 1 11
show('(?#a')  # expect: missing ), unterminated comment at position 0 | missing ), unterminated comment | 0 1 1
show('(?<')  # expect: unexpected end of pattern at position 3 | unexpected end of pattern | 3 1 4
show('(?<x)')  # expect: unknown extension ?<x at position 1 | unknown extension ?<x | 1 1 2
show('(?<=a+)')  # expect: look-behind requires fixed-width pattern | look-behind requires fixed-width pattern | None None None
show('(?<=a|bc)')  # expect: look-behind requires fixed-width pattern | look-behind requires fixed-width pattern | None None None
show('(?<=(a)\\1)b')  # expect: cannot refer to group defined in the same lookbehind subpattern at position 9 | cannot refer to group defined in the same lookbehind subpattern | 9 1 10
show('(?<!(a)(?<=\\1))')  # expect: cannot refer to group defined in the same lookbehind subpattern at position 13 | cannot refer to group defined in the same lookbehind subpattern | 13 1 14
show('(?z)')  # expect: unknown extension ?z at position 1 | unknown extension ?z | 1 1 2
show('(?i')  # expect: missing -, : or ) at position 3 | missing -, : or ) | 3 1 4
show('(?i-')  # expect: missing flag at position 4 | missing flag | 4 1 5
show('(?i-x')  # expect: missing : at position 5 | missing : | 5 1 6
show('(?i-i:a)')  # expect: bad inline flags: flag turned on and off at position 5 | bad inline flags: flag turned on and off | 5 1 6
show('(?-')  # expect: missing flag at position 3 | missing flag | 3 1 4
show('(?-a:x)')  # expect: bad inline flags: cannot turn off flags 'a', 'u' and 'L' at position 4 | bad inline flags: cannot turn off flags 'a', 'u' and 'L' | 4 1 5
show('(?au)')  # expect: bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4 | bad inline flags: flags 'a', 'u' and 'L' are incompatible | 4 1 5
show('(?L)')  # expect: bad inline flags: cannot use 'L' flag with a str pattern at position 3 | bad inline flags: cannot use 'L' flag with a str pattern | 3 1 4
show('(?iz)')  # expect: unknown flag at position 3 | unknown flag | 3 1 4
show('(?i!')  # expect: missing -, : or ) at position 3 | missing -, : or ) | 3 1 4
show('a(?i)b')  # expect: global flags not at the start of the expression at position 1 | global flags not at the start of the expression | 1 1 2
show('a|(?i)b')  # expect: global flags not at the start of the expression at position 2 | global flags not at the start of the expression | 2 1 3
show('(?(')  # expect: missing group name at position 3 | missing group name | 3 1 4
show('(?(1')  # expect: missing ), unterminated name at position 3 | missing ), unterminated name | 3 1 4
show('(?(1)')  # expect: missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern | 0 1 1
show('(?(1)a|b|c)')  # expect: conditional backref with more than two branches at position 8 | conditional backref with more than two branches | 8 1 9
show('(?(0)a)')  # expect: bad group number at position 3 | bad group number | 3 1 4
show('(?(2)a)(b)')  # expect: invalid group reference 2 at position 3 | invalid group reference 2 | 3 1 4
show('(?(x)a)')  # expect: unknown group name 'x' at position 3 | unknown group name 'x' | 3 1 4
show('(?(x y)a)')  # expect: bad character in group name 'x y' at position 3 | bad character in group name 'x y' | 3 1 4
show('*')  # expect: nothing to repeat at position 0 | nothing to repeat | 0 1 1
show('+a')  # expect: nothing to repeat at position 0 | nothing to repeat | 0 1 1
show('?')  # expect: nothing to repeat at position 0 | nothing to repeat | 0 1 1
show('a**')  # expect: multiple repeat at position 2 | multiple repeat | 2 1 3
show('a+*')  # expect: multiple repeat at position 2 | multiple repeat | 2 1 3
show('a{2}{3}')  # expect: multiple repeat at position 4 | multiple repeat | 4 1 5
show('a|*')  # expect: nothing to repeat at position 2 | nothing to repeat | 2 1 3
show('(*a)')  # expect: nothing to repeat at position 1 | nothing to repeat | 1 1 2
show('^*')  # expect: nothing to repeat at position 1 | nothing to repeat | 1 1 2
show('$+')  # expect: nothing to repeat at position 1 | nothing to repeat | 1 1 2
show('\\b*')  # expect: nothing to repeat at position 2 | nothing to repeat | 2 1 3
show('(?:)*')  # expect: re.compile('(?:)*')
show('a{3,2}')  # expect: min repeat greater than max repeat at position 2 | min repeat greater than max repeat | 2 1 3
show('a{99999999999}')  # expect: OverflowError: the repetition number is too large
show('x{')  # expect: re.compile('x{')
show('x{1')  # expect: re.compile('x{1')
show('x{1,')  # expect: re.compile('x{1,')
show('x{a}')  # expect: re.compile('x{a}')
show('[')  # expect: unterminated character set at position 0 | unterminated character set | 0 1 1
show('[a')  # expect: unterminated character set at position 0 | unterminated character set | 0 1 1
show('[]')  # expect: unterminated character set at position 0 | unterminated character set | 0 1 1
show('[^]')  # expect: unterminated character set at position 0 | unterminated character set | 0 1 1
show('[a-')  # expect: unterminated character set at position 0 | unterminated character set | 0 1 1
show('[z-a]')  # expect: bad character range z-a at position 1 | bad character range z-a | 1 1 2
show('[\\d-z]')  # expect: bad character range \d-z at position 1 | bad character range \d-z | 1 1 2
show('[a-\\d]')  # expect: bad character range a-\d at position 1 | bad character range a-\d | 1 1 2
show('[\\q]')  # expect: bad escape \q at position 1 | bad escape \q | 1 1 2
show('[\\x1]')  # expect: incomplete escape \x1 at position 1 | incomplete escape \x1 | 1 1 2
show('[\\u12]')  # expect: incomplete escape \u12 at position 1 | incomplete escape \u12 | 1 1 2
show('[\\8]')  # expect: bad escape \8 at position 1 | bad escape \8 | 1 1 2
show('[\\400]')  # expect: octal escape value \400 outside of range 0-0o377 at position 1 | octal escape value \400 outside of range 0-0o377 | 1 1 2
show('\\')  # expect: bad escape (end of pattern) at position 0 | bad escape (end of pattern) | 0 1 1
show('a\\')  # expect: bad escape (end of pattern) at position 1 | bad escape (end of pattern) | 1 1 2
show('\\q')  # expect: bad escape \q at position 0 | bad escape \q | 0 1 1
show('\\x')  # expect: incomplete escape \x at position 0 | incomplete escape \x | 0 1 1
show('\\x1')  # expect: incomplete escape \x1 at position 0 | incomplete escape \x1 | 0 1 1
show('\\u123')  # expect: incomplete escape \u123 at position 0 | incomplete escape \u123 | 0 1 1
show('\\U0011')  # expect: incomplete escape \U0011 at position 0 | incomplete escape \U0011 | 0 1 1
show('\\U00110000')  # expect: bad escape \U00110000 at position 0 | bad escape \U00110000 | 0 1 1
show('\\N')  # expect: missing { at position 2 | missing { | 2 1 3
show('\\N{')  # expect: missing character name at position 3 | missing character name | 3 1 4
show('\\N{}')  # expect: missing character name at position 3 | missing character name | 3 1 4
show('\\N{NOPE}')  # expect: undefined character name 'NOPE' at position 0 | undefined character name 'NOPE' | 0 1 1
show('\\400')  # expect: octal escape value \400 outside of range 0-0o377 at position 0 | octal escape value \400 outside of range 0-0o377 | 0 1 1
show('\\1')  # expect: invalid group reference 1 at position 1 | invalid group reference 1 | 1 1 2
show('(a)\\2')  # expect: invalid group reference 2 at position 4 | invalid group reference 2 | 4 1 5
show('(a\\1)')  # expect: cannot refer to an open group at position 2 | cannot refer to an open group | 2 1 3
show('\\12')  # expect: invalid group reference 12 at position 1 | invalid group reference 12 | 1 1 2
show('\\8')  # expect: invalid group reference 8 at position 1 | invalid group reference 8 | 1 1 2
show('\\Q')  # expect: bad escape \Q at position 0 | bad escape \Q | 0 1 1
show('a\nb\n(')  # expect: missing ), unterminated subpattern at position 4 (line 3, column 1) | missing ), unterminated subpattern | 4 3 1
show('(?x)\n(\n)#)\n)')  # expect: unbalanced parenthesis at position 11 (line 4, column 1) | unbalanced parenthesis | 11 4 1
show(b'(?u)')  # expect: bad inline flags: cannot use 'u' flag with a bytes pattern at position 3 | bad inline flags: cannot use 'u' flag with a bytes pattern | 3 1 4
show(b'\\u1234')  # expect: bad escape \u at position 0 | bad escape \u | 0 1 1
show(b'(?P<\xe9>x)')  # expect: bad character in group name '\xe9' at position 4 | bad character in group name '\xe9' | 4 1 5
show(b'\\N{DIGIT ONE}')  # expect: bad escape \N at position 0 | bad escape \N | 0 1 1
show(b'[\xe9-\xe8]')  # expect: bad character range \xe9-\xe8 at position 1 | bad character range \xe9-\xe8 | 1 1 2
show(b'\xe9\\q')  # expect: bad escape \q at position 1 | bad escape \q | 1 1 2
show('a', re.L)  # expect: ValueError: cannot use LOCALE flag with a str pattern
show('a', re.A | re.U)  # expect: ValueError: ASCII and UNICODE flags are incompatible
show(b'a', re.U)  # expect: ValueError: cannot use UNICODE flag with a bytes pattern
show(b'a', re.L | re.A)  # expect: ValueError: ASCII and LOCALE flags are incompatible
show(5)  # expect: TypeError: first argument must be string or compiled pattern
show(None)  # expect: TypeError: first argument must be string or compiled pattern
show(re.compile('a'), re.I)  # expect: ValueError: cannot process flags argument with a compiled pattern
show(re.compile('a'))  # expect: re.compile('a')
print(re.match('(?:' * 100 + ')' * 100, '').span())  # expect: (0, 0)
show_sub('\\')  # expect: bad escape (end of pattern) at position 0 | bad escape (end of pattern) | 0
show_sub('a\\')  # expect: bad escape (end of pattern) at position 1 | bad escape (end of pattern) | 1
show_sub('\\g')  # expect: missing < at position 2 | missing < | 2
show_sub('\\g<')  # expect: missing group name at position 3 | missing group name | 3
show_sub('\\g<a')  # expect: missing >, unterminated name at position 3 | missing >, unterminated name | 3
show_sub('\\g<>')  # expect: missing group name at position 3 | missing group name | 3
show_sub('\\g<b>')  # expect: IndexError: unknown group name 'b'
show_sub('\\g<1a>')  # expect: bad character in group name '1a' at position 3 | bad character in group name '1a' | 3
show_sub('\\g<9>')  # expect: invalid group reference 9 at position 3 | invalid group reference 9 | 3
show_sub('\\3')  # expect: invalid group reference 3 at position 1 | invalid group reference 3 | 1
show_sub('\\9')  # expect: invalid group reference 9 at position 1 | invalid group reference 9 | 1
show_sub('\\q')  # expect: bad escape \q at position 0 | bad escape \q | 0
show_sub('\\400')  # expect: octal escape value \400 outside of range 0-0o377 at position 0 | octal escape value \400 outside of range 0-0o377 | 0
show_sub('\\0\\07\\101')  # expect: '\x00\x07Az'
show_sub('\\-\\.\\n\\t\\\\')  # expect: '\\-\\.\n\t\\z'
show_sub('[\\g<a>|\\1|\\g<0>|\\2]')  # expect: '[x|x|x|]z'
show_sub('\\g<a b>')  # expect: bad character in group name 'a b' at position 3 | bad character in group name 'a b' | 3
show_sub('\\g<2>')  # expect: 'z'
show_sub(5)  # expect: TypeError: decoding to str: need a bytes-like object, int found
show_sub(b'x')  # expect: TypeError: sequence item 0: expected str instance, bytes found
show_sub(None)  # expect: TypeError: decoding to str: need a bytes-like object, NoneType found
for call in (lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'), lambda: re.match('a', 5), lambda: re.match(b'a', None), lambda: re.compile('a').match(), lambda: re.compile('a').match('a', 'b'), lambda: re.compile('a').match('a', 1.5), lambda: re.compile('a').sub('b'),
             lambda: re.match('a', 'a').group(1), lambda: re.match('a', 'a').group('x'), lambda: re.match('a', 'a')[-1], lambda: re.match('a', 'a').start(2), lambda: re.match('a', 'a').span('n'), lambda: re.match('a', 'a').group([]), lambda: re.match('(a)', 'a').group(1.0),
             lambda: re.sub('a', lambda m: 5, 'a'), lambda: re.sub('a', 'b', 5), lambda: re.split('a', None), lambda: re.match(b'a', memoryview(b'abab')[::2]), lambda: re.Pattern(), lambda: re.Match(), lambda: re.compile('a').foo, lambda: setattr(re.compile('a'), 'groupindex', 1), lambda: re.sub('a', 'b', 'a', 1, 0, 5), lambda: re.sub('a', 'b', 'a', 1, count=2)):
    try:
        print(call())
    except Exception as error:
        print(f'{type(error).__name__}: {error}')
error = re.error('text', 'a\nb', 2)
print(error, error.msg, error.pattern, error.pos, error.lineno, error.colno, re.error is re.PatternError, re.error.__module__, re.error.__name__, re.error('only').pos, issubclass(re.error, Exception))
# expect: TypeError: cannot use a string pattern on a bytes-like object
# expect: TypeError: cannot use a bytes pattern on a string-like object
# expect: TypeError: expected string or bytes-like object, got 'int'
# expect: TypeError: expected string or bytes-like object, got 'NoneType'
# expect: TypeError: match() missing required argument 'string' (pos 1)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: sub() missing required argument 'string' (pos 2)
# expect: IndexError: no such group
# expect: IndexError: no such group
# expect: IndexError: no such group
# expect: IndexError: no such group
# expect: IndexError: no such group
# expect: IndexError: no such group
# expect: IndexError: no such group
# expect: TypeError: sequence item 0: expected str instance, int found
# expect: TypeError: expected string or bytes-like object, got 'int'
# expect: TypeError: expected string or bytes-like object, got 'NoneType'
# expect: TypeError: expected string or bytes-like object, got 'memoryview'
# expect: TypeError: cannot create 're.Pattern' instances
# expect: TypeError: cannot create 're.Match' instances
# expect: AttributeError: 're.Pattern' object has no attribute 'foo'
# expect: AttributeError: attribute 'groupindex' of 're.Pattern' objects is not writable
# expect: TypeError: sub() takes from 3 to 5 positional arguments but 6 were given
# expect: TypeError: sub() got multiple values for argument 'count'
# expect: text at position 2 (line 2, column 1) text a
# expect: b 2 2 1 True re PatternError None True
