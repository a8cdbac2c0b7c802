# Hostile patterns and subjects: the process neither crashes nor runs out of stack.
import re

print(re.match(r'(?:.|\n)*x', 'a\n' * 100_000))  # expect: None
print(len(re.match(r'(?:(?:a|b)*c)*', 'ab' * 50_000 + 'c').group()))  # expect: 100001
print(re.match(r'(.)*', 'x' * 200_000).span(1), re.match('(?:a?){1000}' * 3, 'a' * 2000).end())  # expect: (199999, 200000) 2000
for pattern in ('(' * 100_000, '(?:' * 100_000 + ')' * 100_000, '[a' * 100_000, 'a' + '|b' * 2000, '(?=' * 5000 + ')' * 5000, '\\' * 100_001, '(?P<' + 'a' * 100_000 + '>x)', 'x{' + '9' * 4000 + '}', '(a)' * 1000 + '\\1000'):
    try:
        print(re.compile(pattern).groups)
    except (re.error, RecursionError, OverflowError) as error:
        print(type(error).__name__, str(error)[:60])
# expect: RecursionError maximum recursion depth exceeded
# expect: RecursionError maximum recursion depth exceeded
# expect: PatternError unterminated character set at position 0
# expect: 0
# expect: RecursionError maximum recursion depth exceeded
# expect: PatternError bad escape (end of pattern) at position 100000
# expect: 1
# expect: OverflowError the repetition number is too large
# expect: 1000
