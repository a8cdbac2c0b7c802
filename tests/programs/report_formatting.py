"""Text made in every way the language has: f-strings, format(), %, templates, tables, wrapping, boxes, number styles, bar charts, a calendar."""
import math
import sys
import time
from functools import reduce
from itertools import groupby, zip_longest
from operator import itemgetter, methodcaller


class Amount:
    """Formats itself with a mini-language of its own: [align][width][.places][unit], units k, M or %."""

    def __init__(self, value):
        self.value = value

    def __format__(self, spec):
        if not spec:
            return f'{self.value:g}'
        unit = spec[-1] if spec[-1] in 'kM%' else ''
        body = spec.removesuffix(unit)
        scaled = self.value / {'k': 1e3, 'M': 1e6, '%': 0.01}.get(unit, 1)
        layout, dot, places = body.partition('.')
        text = f'{scaled:,.{places or 0}f}{unit}'
        return f'{text:{layout}}'

    def __repr__(self):
        return f'Amount({self.value!r})'


ROWS = [
    ('Ångström & Co', 'north', 1234567.891, 12, -0.034),
    ('Bäckerei "Zur Sonne"', 'south', 98765.4321, 7, 0.12),
    ('Curiosities', 'north', 0.5, 100, 1.5),
    ('日本 imports', 'west', 5e10, 3, 0.0),
    ('e', 'south', -42.0, 0, -1.0),
]


def table(rows, columns):
    """columns: (title, key, spec)."""
    cells = [[format(row[key] if isinstance(key, int) else key(row), spec.lstrip('<>^')) for _, key, spec in columns] for row in rows]
    widths = [max(len(title), *map(len, column)) for (title, _, _), column in zip(columns, zip(*cells))]
    line = '+' + '+'.join('-' * (w + 2) for w in widths) + '+'
    yield line
    yield '| ' + ' | '.join(f'{title:^{w}}' for (title, *_), w in zip(columns, widths)) + ' |'
    yield line.replace('-', '=')
    for row in cells:
        yield '| ' + ' | '.join(f'{cell:{spec[0] if spec[:1] in "<>^" and spec else "<"}{w}}' for cell, (_, _, spec), w in zip(row, columns, widths)) + ' |'
    yield line


def wrap(text, width, indent='', hyphen=False):
    line = indent
    for word in text.split():
        while hyphen and len(indent) + len(word) > width:
            room = width - len(line) - (line != indent) - 1
            if room > 1:
                line += ' ' * (line != indent) + word[:room] + '-'
                word = word[room:]
            yield line
            line = indent
        if line != indent and len(line) + 1 + len(word) > width:
            yield line
            line = indent
        line += (' ' if line != indent else '') + word
    if line.strip():
        yield line


def justify(lines, width):
    *body, last = lines
    for line in body:
        words = line.split()
        if len(words) < 2:
            yield line
            continue
        gaps, spaces = len(words) - 1, width - sum(map(len, words))
        each, extra = divmod(spaces, gaps)
        yield ''.join(word + ' ' * (each + (i < extra) if i < gaps else 0) for i, word in enumerate(words))
    yield last


def box(lines, style='single'):
    tl, tr, bl, br, h, v = {'single': '┌┐└┘─│', 'double': '╔╗╚╝═║', 'ascii': "..''-|"}[style]
    lines = list(lines)
    width = max(map(len, lines), default=0)
    return '\n'.join([tl + h * (width + 2) + tr, *(f'{v} {line:{width}} {v}' for line in lines), bl + h * (width + 2) + br])


def roman(n):
    steps = zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split())
    out = ''
    for value, letters in steps:
        times, n = divmod(n, value)
        out += letters * times
    return out


def spoken(n):
    ones = ['zero', *'one two three four five six seven eight nine ten eleven twelve'.split()]
    ones += [stem + 'teen' for stem in 'thir four fif six seven eigh nine'.split()]
    tens = [stem + 'ty' for stem in 'twen thir for fif six seven eigh nine'.split()]
    if n < 0:
        return 'minus ' + spoken(-n)
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10 - 2] + (f'-{ones[n % 10]}' if n % 10 else '')
    for size, name in ((10 ** 9, 'billion'), (10 ** 6, 'million'), (1000, 'thousand'), (100, 'hundred')):
        if n >= size:
            head, rest = divmod(n, size)
            return f"{spoken(head)} {name}{' and ' if 0 < rest < 100 else ' ' if rest else ''}{spoken(rest) if rest else ''}"


def calendar(year, month):
    def weekday(y, m, d):
        y -= m < 3
        return (y + y // 4 - y // 100 + y // 400 + (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)[m - 1] + d + 6) % 7

    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    name = 'January February March April May June July August September October November December'.split()[month - 1]
    yield f'{name} {year}'.center(20).rstrip()
    yield 'Mo Tu We Th Fr Sa Su'
    cells = ['  '] * weekday(year, month, 1) + [f'{d:2}' for d in range(1, days + 1)]
    for week in zip_longest(*[iter(cells)] * 7, fillvalue='  '):
        yield ' '.join(week).rstrip()


class Template:
    """'Dear {{name|upper}}, {{#items}}{{.}}, {{/items}}' with filters, sections and escapes."""

    FILTERS = {'upper': str.upper, 'title': str.title, 'money': lambda v: f'{v:,.2f} EUR', 'quoted': repr, 'length': len}

    def __init__(self, text):
        self.parts = self.parse(iter(self.split(text)), None)

    @staticmethod
    def split(text):
        while text:
            before, opened, rest = text.partition('{{')
            if before:
                yield 'text', before
            if not opened:
                return
            tag, closed, text = rest.partition('}}')
            if not closed:
                raise ValueError(f'unclosed tag {tag[:10]!r}')
            tag = tag.strip()
            yield (tag[0], tag[1:]) if tag[:1] in {'#', '/', '^'} else ('tag', tag)

    def parse(self, pieces, until):
        parts = []
        for kind, value in pieces:
            if kind == '/':
                if value != until:
                    raise ValueError(f'{value!r} closes {until!r}')
                return parts
            parts.append((kind, value, self.parse(pieces, value)) if kind in '#^' else (kind, value, None))
        if until is not None:
            raise ValueError(f'{until!r} is never closed')
        return parts

    def render(self, context, parts=None):
        out = []
        for kind, value, inner in self.parts if parts is None else parts:
            match kind:
                case 'text':
                    out.append(value)
                case 'tag':
                    name, *filters = value.split('|')
                    found = self.lookup(context, name)
                    out.append(str(reduce(lambda v, f: self.FILTERS[f](v), filters, found)))
                case '#':
                    found = self.lookup(context, value)
                    items = found if isinstance(found, list) else [found] if found else []
                    for item in items:
                        out.append(self.render({**context, **item} if isinstance(item, dict) else {**context, '.': item}, inner))
                case '^':
                    if not self.lookup(context, value):
                        out.append(self.render(context, inner))
        return ''.join(out)

    @staticmethod
    def lookup(context, name):
        if name == '.':
            return context['.']
        for key in name.split('.'):
            context = context[int(key)] if isinstance(context, list) else context.get(key, '') if isinstance(context, dict) else getattr(context, key)
        return context


TEXT = """Programs must be written for people to read, and only incidentally for machines to execute. The purpose of abstraction is not to be vague, but to
create a new semantic level in which one can be absolutely precise. Incomprehensibilities notwithstanding, simplicity is a prerequisite for reliability."""


def main():
    columns = [('Name', 0, '<.14'), ('Revenue', 2, '>,.2f'), ('n', 3, '^d'), ('Change', 4, '>+.1%'), ('Short', lambda r: Amount(r[2]), '>.1k')]
    print(*table(ROWS, columns), sep='\n')
    for region, rows in groupby(sorted(ROWS, key=itemgetter(1)), key=itemgetter(1)):
        rows = list(rows)
        print(f'{region.title():.<12}{len(rows):3d}{sum(r[2] for r in rows):>20,.3f} {max(rows, key=lambda r: r[2])[0]!a:>30}')

    lines = list(wrap(TEXT, 44, '  '))
    print(box(lines), box(justify(wrap(TEXT, 30), 30), 'double'), box(wrap('Incomprehensibilities everywhere', 9, hyphen=True), 'ascii'), sep='\n')
    print(*calendar(2024, 2), *calendar(2023, 10), sep='\n')
    print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999)])
    print(*map(spoken, (0, 13, 42, 100, 101, 999, 1_000, 12_345, 1_000_017, 2_147_483_647, -7)), sep='; ')

    n, x, s, z = 1234567, 3.14159265, 'käse', 2.5 - 1j
    for spec in ('d', ',', '_', 'x', '#x', 'X', 'o', '#b', '+d', ' d', '020,', '<12', '^12', '*^+12', '=+12', 'e', '.3g', '%', 'c' if n < 0 else 'n', '#_b', '015_x'):
        print(f'{spec:>6}|{format(n, spec)}|', end=' ')
    print()
    for spec in ('', 'f', '.0f', '#.0f', '.3e', 'E', 'g', '.3g', '#.3g', '%', '.1%', '+.2f', ' .2f', '010.3f', '>10.1f', '*<10.1f', '=+10.1f', ',.4f', '_.1f', '.10', 'n', 'z.0f'):
        print(f'{spec:>6}|{format(x, spec)}|{format(-x, spec)}|', end=' ')
    print()
    for value in (0.1, 1e16, 1e-5, 123456789.0, 1e100, 2.0, -0.0, math.inf, math.nan, 5e-324, 1.7976931348623157e308, 0.1 + 0.2):
        print(repr(value), f'{value:.3g} {value:10.2e} {value:<8}|', end=' ')
    print()
    print(f'{s:>8}|{s:^9}|{s:-<6}|{s!r:>8}|{s!a}|{s:.2}|{s:5.3}|{z:.1f}|{z:>12}|{z!s:^14}|{True:d}|{True!s:>6}|{None!s:5}|{[1, 2]!s:>8}')
    width, places, key = 12, 3, 'dict'
    table_of = {'dict': {'inner': [10, 20, 30]}, 'f': x}
    print(f'{x:{width}.{places}f}|{x:{"<" if width > 10 else ">"}{width}}|{table_of[key]["inner"][1]:>{places + 1}}|{x=:.2f}|{n = }|{s.upper()=}|{{literal}}|{"nested " + f"{n:,}"}')
    print('{0} {1} {0}|{a:>5}|{b[inner][2]}|{c.value}|{:{}}'.format('p', 'q', a=1, b=table_of['dict'], c=Amount(9)) if False else '{0} {1} {0}|{a:>5}|{b[inner][2]}|{c.value}|{c:>8.2k}|{2!r:{w}}'.format('p', 'q', 'r', a=1, b=table_of['dict'], c=Amount(9500), w=6))
    print('%5d|%-5d|%05d|%+d|% d|%x|%#o|%c|%c|%s|%r|%10.3s|%-8s|%%|%e|%.2f|%g|%G' % (42, 42, 42, 42, 42, 255, 8, 'x', 946, 'str', 'é', 'truncate', 'left', 12345.678, 2 / 3, 1e-10, 1e20))
    print('%(name)s is %(age)03d; %(name)r' % {'name': 'Eve', 'age': 7}, '%*d|%-*s|%.*f' % (6, 42, 5, 'ab', 2, math.pi), '%s' % (('tuple',),), b'%s %d %x' % (b'bytes', 5, 255))

    template = Template('Dear {{ person.name|upper }},{{#items}}\n  {{title|title}} x{{n}}: {{price|money}}{{/items}}\n{{^paid}}Please pay. {{/paid}}{{#tags}}[{{.|quoted}}]{{/tags}} {{items|length}} {{items.1.title}} {{missing}}|')
    print(template.render({'person': {'name': 'Zoë'}, 'items': [{'title': 'blue pen', 'n': 3, 'price': 1.5}, {'title': 'desk', 'n': 1, 'price': 1999.999}], 'paid': 0, 'tags': ['a', 'b']}))
    for broken in ('{{a', '{{#a}}', '{{#a}}{{/b}}', 'x{{/c}}'):
        try:
            Template(broken)
        except ValueError as error:
            print('template:', error)
    values = [3, 7, 0, 10, 5.5]
    for label, value in zip('abcde', values):
        eighths = int(value * 8)
        print(f"{label} {'█' * (eighths // 8)}{' ▏▎▍▌▋▊▉'[eighths % 8]:<1}{value:>{12 - eighths // 8}.1f}")
    print('|'.join(map(methodcaller('center', 7, '.'), ['a', 'bb', 'ccc'])), 'x'.zfill(3), '-7'.zfill(4), 'a\tb'.expandtabs(4), 'Hello World'.swapcase(), "they're bill's".title(), 'ß'.upper(), 'İ'.lower() == 'i̇')
    print('a,b,,c'.split(','), 'a b  c '.split(' '), ' a  b '.split(), 'a-b-c'.rsplit('-', 1), 'line1\nline2\r\nline3'.splitlines(True), 'k=v=w'.partition('='), 'k=v=w'.rpartition('='))
    print('banana'.replace('a', 'o', 2), 'banana'.translate(str.maketrans('an', '4N', 'b')), 'abc' * 2, '-'.join('xyz'), 'xxaxx'.strip('x'), 'prefix.ext'.removesuffix('.ext'), 'banana'.count('ana'), 'banana'.rfind('an'))
    for attempt in (lambda: f'{n:q}', lambda: f'{s:d}', lambda: f'{x:d}', lambda: '{} {}'.format(1), lambda: '{a}'.format(), lambda: '%d' % 'x', lambda: '%d %d' % (1,), lambda: '%s' % (1, 2), lambda: '{'.format(1),
                    lambda: f'{x:.3x}', lambda: format(None, '5'), lambda: '{0[x]}'.format([1]), lambda: '{:>{}}'.format(1, 'a'), lambda: '%q' % 1, lambda: f'{n:,_}'):
        try:
            print(attempt())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')
    return isinstance(time.time(), float)


if __name__ == '__main__':
    sys.exit(not main())
