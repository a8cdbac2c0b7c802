# A scanner for a small language, character class tests and keyword lookup.
KEYWORDS = {'if', 'else', 'while', 'return', 'def', 'for', 'in', 'and', 'or', 'not'}
TWO = {'==', '!=', '<=', '>=', '+=', '-=', '->', '**', '//'}


def tokens(text):
    position, line = 0, 1
    length = len(text)
    while position < length:
        c = text[position]
        if c == '\n':
            line += 1
            position += 1
        elif c.isspace():
            position += 1
        elif c.isalpha() or c == '_':
            start = position
            while position < length and (text[position].isalnum() or text[position] == '_'):
                position += 1
            word = text[start:position]
            yield ('keyword' if word in KEYWORDS else 'name', word, line)
        elif c.isdigit():
            start = position
            while position < length and (text[position].isdigit() or text[position] == '.'):
                position += 1
            yield ('number', text[start:position], line)
        elif c in '"\'':
            end = text.index(c, position + 1)
            yield ('string', text[position + 1:end], line)
            position = end + 1
        elif c == '#':
            position = text.find('\n', position)
            if position < 0:
                position = length
        elif text[position:position + 2] in TWO:
            yield ('operator', text[position:position + 2], line)
            position += 2
        else:
            yield ('operator', c, line)
            position += 1


SOURCE = '''
def fibonacci(n):  # the usual
    if n <= 1:
        return n
    total_value = fibonacci(n - 1) + fibonacci(n - 2)
    while total_value >= 10_000 and not n == 3:
        total_value -= 3.14159 * 2 ** 8
    print("result is", total_value, 'done')
    return total_value
'''

counts = {}
lines = 0
for kind, text, line in tokens(SOURCE * 9000):
    counts[kind] = counts.get(kind, 0) + 1
    counts[text] = counts.get(text, 0) + line
    lines = line
print(lines, counts['keyword'], counts['name'], counts['number'], counts['operator'], counts['string'], counts['fibonacci'], len(counts))
