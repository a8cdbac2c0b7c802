# differs: PCRE2's limits, COMPATIBILITY.md#regular-expressions
import re

for pattern in ('a{70000}', 'a{1,65536}', '(?:' + 'abcdefgh' * 100 + '){1000}'):
    try:
        print(re.compile(pattern).groups)
    except re.error as error:
        print(error)
# expect: repeat counts above 65535 are not supported at position 1
# expect: repeat counts above 65535 are not supported at position 1
# expect: regular expression is too large
print(re.compile('a', re.DEBUG), re.match('[é]', 'É', re.I | re.A), re.match('é', 'É', re.I | re.A))  # expect: re.compile('a', re.DEBUG) <re.Match object; span=(0, 1), match='É'> None
print(re.search('([^a])(\\s*?)*+1', 'Ba1é1').groups())  # expect: ('é', '')
