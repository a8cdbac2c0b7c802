# The module's functions, and everything that patterns and matches have.
import array
import copy
import re
import warnings


class Text(str):
    pass


print(re.sub('a', 'b', 'aXa'), re.sub('a', 'b', 'aXa', count=1), re.subn('a', '', 'aXa'), re.sub('x', 'y', 'abc'), re.sub('', '-', 'abc'), re.sub('x*', '-', 'abxd'), re.sub('b|', '*', 'abc'))
# expect: bXb bXa ('X', 2) abc -a-b-c- -a-b--d- *a**c*
print(re.sub(r'(\w)(\w)?', r'<\2\1>', 'abc'), re.sub('(?P<n>a)', r'\g<n>\g<1>\g<0>', 'ba'), re.sub('a', r'\n\\\x41'.replace('x41', 't'), 'a') == '\n\\\t', re.sub('é', '界', 'éaé'), re.sub('a', 'é', 'bab'))  # expect: <ba><c> baaa True 界a界 béb
print(re.sub('.', lambda m: m[0].upper() if m[0] != 'b' else '', 'abé'), re.sub('a', lambda m: None, 'xay'), re.subn('(.)', lambda m: str(m.start()), '世界'))  # expect: AÉ xy ('01', 2)
print(re.sub(b'a', b'b\\g<0>', b'aa'), re.sub(b'a', lambda m: b'[' + m[0] + b']', bytearray(b'xa')), re.sub(b'(a)(b)?', b'\\2', memoryview(b'ab-a')))  # expect: b'baba' b'x[a]' b'b-'
print(type(re.sub('x', '', Text('abc'))).__name__, type(re.sub('a', '', Text('abc'))).__name__, type(re.match('a', Text('a')).group()).__name__, re.sub('a', Text('x'), 'a'))  # expect: str str str x
print(re.split(',', 'a,b,,c'), re.split('(,)(x)?', 'a,b,xc'), re.split(',', 'a,b,c', maxsplit=1), re.split('x*', 'axbc'), re.split(r'\b', 'ab c'), re.split('', ''), re.split(b'-', b'a-b'), re.split('é', 'aéb'))
# expect: ['a', 'b', '', 'c'] ['a', ',', None, 'b', ',', 'x', 'c'] ['a', 'b,c'] ['', 'a', '', 'b', 'c', ''] ['', 'ab', ' ', 'c', ''] ['', ''] [b'a', b'b'] ['a', 'b']
print(re.findall('a', 'aba'), re.findall('(a)(b)?', 'aba'), re.findall('(a)|b', 'ab'), re.findall('', 'ab'), re.findall(b'a', bytearray(b'aa')), re.findall(r'\w+|', 'é ł'))
# expect: ['a', 'a'] [('a', 'b'), ('a', '')] ['a', ''] ['', '', ''] [b'a', b'a'] ['é', '', 'ł', '']
print([m.span() for m in re.finditer('a*', 'baac')], [m.group() for m in re.compile('.').finditer('abcd', 1, 3)], list(re.finditer('x', '')))  # expect: [(0, 0), (1, 3), (3, 3), (4, 4)] ['b', 'c'] []
iterator = re.finditer('.', 'ab')
print(type(iterator).__name__, next(iterator), next(iterator), next(iterator, 'end'), next(iterator, 'end'))  # expect: callable_iterator <re.Match object; span=(0, 1), match='a'> <re.Match object; span=(1, 2), match='b'> end end
print(re.escape('a.b*c é\n-_#~'), re.escape(b'a.\xff\x00'), re.escape(''), re.match(re.escape('a+b[c]'), 'a+b[c]'))
# expect: a\.b\*c\ é\
# expect: \-_\#\~ b'a\\.\xff\x00'  <re.Match object; span=(0, 6), match='a+b[c]'>
pattern = re.compile(r'(?P<year>\d{4})-(?P<month>\d\d)(-\d\d)?', re.ASCII)
print(pattern, pattern.pattern, pattern.flags, pattern.groups, pattern.groupindex, type(pattern.groupindex).__name__, pattern == re.compile(pattern.pattern, re.A), pattern != re.compile('a'), hash(pattern) == hash(re.compile(pattern.pattern, re.A)))
# expect: re.compile('(?P<year>\\d{4})-(?P<month>\\d\\d)(-\\d\\d)?', re.ASCII) (?P<year>\d{4})-(?P<month>\d\d)(-\d\d)? 256 3 {'year': 1, 'month': 2} mappingproxy True True True
match = pattern.search('on 2024-05.', 1, 10)
print(match, match.group(), match.group(1, 'month', 3), match['year'], match[0], match.groups(), match.groups('-'), match.groupdict(), match.groupdict('none'))
# expect: <re.Match object; span=(3, 10), match='2024-05'> 2024-05 ('2024', '05', None) 2024 2024-05 ('2024', '05', None) ('2024', '05', '-') {'year': '2024', 'month': '05'} {'year': '2024', 'month': '05'}
print(match.start(), match.end('year'), match.span(2), match.span(3), match.start(3), match.regs, match.pos, match.endpos, match.string, match.re is pattern, match.lastindex, match.lastgroup, bool(match))
# expect: 3 7 (8, 10) (-1, -1) -1 ((3, 10), (3, 7), (8, 10), (-1, -1)) 1 10 on 2024-05. True 2 month True
print(match.expand(r'\2/\1\3 \g<year>'), re.match('(a)(b)?', 'a').expand('[\\1\\2]'), re.match(b'(a)', b'a').expand(b'\\1\\1'))  # expect: 05/2024 2024 [a] b'aa'
print([(m.lastindex, m.lastgroup) for m in (re.match(p, 'ab') for p in ('ab', '(a)b', '(a)(b)', '((a)(b))', '(a)(?P<x>b)?', '(?P<y>a)(?:b)', '(a)|(b)', '(?P<o>(?P<i>a))b', '(a)(c)?'))])
# expect: [(None, None), (1, None), (2, None), (1, None), (2, 'x'), (1, 'y'), (1, None), (1, 'o'), (1, None)]
print(copy.copy(pattern) is pattern, copy.deepcopy(match) is match, re.Pattern[str], re.Match[bytes], isinstance(pattern, re.Pattern), isinstance(match, re.Match), type(pattern), type(match))
# expect: True True re.Pattern[str] re.Match[bytes] True True <class 're.Pattern'> <class 're.Match'>
print(re.compile('a', re.I | re.M | re.S | re.X), re.compile(b'a'), re.compile(b'a', re.L), re.compile('a', re.U), re.compile('(?i)a'), re.compile('x' * 300))
# expect: re.compile('a', re.IGNORECASE|re.MULTILINE|re.DOTALL|re.VERBOSE) re.compile(b'a') re.compile(b'a', re.LOCALE) re.compile('a') re.compile('(?i)a', re.IGNORECASE) re.compile('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx)
print(re.compile('a').flags, re.compile('a', re.A).flags, re.compile(b'a').flags, re.compile('(?ms)a').flags, re.compile('(?a)x', re.I).flags)  # expect: 32 256 0 56 258
print(re.I, re.I | re.M, re.RegexFlag(0), re.RegexFlag.X, int(re.S), re.NOFLAG, repr(re.A | 1024), re.I is re.IGNORECASE, str(re.M), re.RegexFlag['U'])
# expect: re.IGNORECASE re.IGNORECASE|re.MULTILINE re.NOFLAG re.VERBOSE 16 re.NOFLAG re.ASCII|0x400 True re.MULTILINE re.UNICODE
print(sorted(re.__all__) == sorted(set(re.__all__)), all(hasattr(re, name) for name in re.__all__), [name for name in dir(pattern) if name[0] != '_'], [name for name in dir(match) if name[0] != '_'])
# expect: True True ['findall', 'finditer', 'flags', 'fullmatch', 'groupindex', 'groups', 'match', 'pattern', 'scanner', 'search', 'split', 'sub', 'subn'] ['end', 'endpos', 'expand', 'group', 'groupdict', 'groups', 'lastgroup', 'lastindex', 'pos', 're', 'regs', 'span', 'start', 'string']
print(re.compile(pattern) is pattern, re.compile('a') is re.compile('a'), re.compile(b'a') is re.compile('a'), re.compile('a') == re.compile(b'a'), re.purge())  # expect: True True False False None
scanner = re.compile(r'\s*(\w+|.)').scanner('ab + c')
print([m.group(1) for m in iter(scanner.match, None)], scanner.pattern)  # expect: ['ab', '+', 'c'] re.compile('\\s*(\\w+|.)')
scanner = re.compile('a').scanner('aba')
print(scanner.match(), scanner.match(), scanner.search(), scanner.search())  # expect: <re.Match object; span=(0, 1), match='a'> None None None
print(re.match(b'(.)(.)', array.array('B', [97, 255])).groups(), re.match(b'a', memoryview(b'ab')).string.tobytes(), re.search(b'b', memoryview(b'aab')[1:]).span())  # expect: (b'a', b'\xff') b'ab' (1, 2)
text = '界' * 1000 + 'x' + 'é' * 1000
print([m.span() for m in re.finditer('x|éé(?=é{997})', text)], re.search('x', text).end(), re.compile('é').search(text, 1500).span(), re.compile('界$').search(text, 3, 900).span(), len(re.findall('.', text)), re.sub('[界é]+', '', text))
# expect: [(1000, 1001), (1001, 1003)] 1001 (1500, 1501) (899, 900) 2001 x
print([re.fullmatch(p, s) is not None for p, s in (('a|ab', 'ab'), ('a*?', 'aaa'), ('(?:a|ab)(?:c|bcd)', 'abcd'), ('a$', 'a\n'))])  # expect: [True, True, True, False]
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    print(re.sub('a', 'b', 'aa', 1), re.split(',', 'a,b,c', 1), re.subn('A', 'b', 'aa', 0, re.I))
    print([(str(w.message), w.lineno == log[0].lineno, w.filename == __file__) for w in log])
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    re.compile('[[a]'), re.match('[a&&c~~d||e-]|[+--b]', '')
    re.findall(r'[^[]|[-a]|[a||]|[]&&]|[[]', '')
print(*[(str(w.message), w.category.__name__, w.filename == __file__) for w in log], sep='\n')
# expect: ba ['a', 'b,c'] ('bb', 2)
# expect: [("'count' is passed as positional argument", True, True), ("'maxsplit' is passed as positional argument", True, True), ("'count' is passed as positional argument", True, True)]
# expect: ('Possible nested set at position 1', 'FutureWarning', True)
# expect: ('Possible set intersection at position 2', 'FutureWarning', True)
# expect: ('Possible set symmetric difference at position 5', 'FutureWarning', True)
# expect: ('Possible set union at position 8', 'FutureWarning', True)
# expect: ('Possible set difference at position 16', 'FutureWarning', True)
# expect: ('Possible set union at position 12', 'FutureWarning', True)
# expect: ('Possible set intersection at position 18', 'FutureWarning', True)
# expect: ('Possible nested set at position 23', 'FutureWarning', True)
data = bytearray(b'abc')
match = re.match(b'abc', data)
data.append(100)
print(match.group(), match.string, match.end())  # expect: b'abc' bytearray(b'abcd') 3
print(re.Scanner([(r'[a-z]+', lambda scanner, token: token.upper()), (r'\d+', lambda scanner, token: int(token)), (r'\s+', None)]).scan('ab 12 c!'))  # expect: (['AB', 12, 'C'], '!')
match = re.search('(?P<é>ł)', 'xł')
print(match['é'], match.groupdict(), match)  # expect: ł {'é': 'ł'} <re.Match object; span=(1, 2), match='ł'>
match match:
    case re.Match(string=text, pos=0):
        print('matched', text)
print(max(re.findall(r'\d+', '1 22 3'), key=len), [*map(re.compile('a').match, ['a', 'b'])], sorted(['b1', 'a2'], key=re.compile(r'\d').search and str))
# expect: matched xł
# expect: 22 [<re.Match object; span=(0, 1), match='a'>, None] ['a2', 'b1']
