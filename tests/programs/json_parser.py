"""A JSON reader and writer: recursive descent, escapes, positions in errors, pretty printing, paths and merging."""
import sys


class JSONError(ValueError):
    """What went wrong and where, with the offending line."""

    def __init__(self, message, text, position):
        self.line = text.count('\n', 0, position) + 1
        start = text.rfind('\n', 0, position) + 1
        self.column = position - start + 1
        end = text.find('\n', position)
        self.excerpt = text[start:end if end >= 0 else len(text)]
        super().__init__(f"{message} at line {self.line}, column {self.column}")

    def show(self):
        return f"{self}\n  {self.excerpt}\n  {' ' * (self.column - 1)}^"


class Reader:
    LITERALS = {'true': True, 'false': False, 'null': None}
    ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
    MAX_DEPTH = 50

    def __init__(self, text, *, object_hook=None, parse_float=float):
        self.text = text
        self.position = 0
        self.depth = 0
        self.object_hook = object_hook
        self.parse_float = parse_float

    def fail(self, message, position=None):
        raise JSONError(message, self.text, self.position if position is None else position)

    def peek(self):
        while (c := self.text[self.position:self.position + 1]) and c in ' \t\r\n':
            self.position += 1
        return c

    def expect(self, character):
        if self.peek() != character:
            found = self.peek()
            self.fail(f"expected {character!r}, found {found!r}" if found else f"expected {character!r}, found the end")
        self.position += 1

    def read(self):
        value = self.value()
        if self.peek():
            self.fail('extra data')
        return value

    def value(self):
        match self.peek():
            case '':
                self.fail('a value was expected')
            case '{':
                return self.nested(self.object)
            case '[':
                return self.nested(self.array)
            case '"':
                return self.string()
            case c if c == '-' or c.isdigit():
                return self.number()
            case _:
                for word, value in self.LITERALS.items():
                    if self.text.startswith(word, self.position):
                        self.position += len(word)
                        return value
                self.fail('unexpected character')

    def nested(self, method):
        self.depth += 1
        try:
            if self.depth > self.MAX_DEPTH:
                self.fail('nested too deeply')
            return method()
        finally:
            self.depth -= 1

    def object(self):
        self.expect('{')
        result = {}
        if self.peek() == '}':
            self.position += 1
        else:
            while True:
                if self.peek() != '"':
                    self.fail('a key in quotes was expected')
                at = self.position
                key = self.string()
                if key in result:
                    self.fail(f'duplicate key {key!r}', at)
                self.expect(':')
                result[key] = self.value()
                if self.peek() == ',':
                    self.position += 1
                    continue
                self.expect('}')
                break
        return self.object_hook(result) if self.object_hook else result

    def array(self):
        self.expect('[')
        result = []
        if self.peek() == ']':
            self.position += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() == ',':
                self.position += 1
                continue
            self.expect(']')
            return result

    def string(self):
        start = self.position
        self.position += 1
        parts = []
        while True:
            if self.position >= len(self.text):
                self.fail('unterminated string', start)
            c = self.text[self.position]
            self.position += 1
            if c == '"':
                return ''.join(parts)
            if c < ' ':
                self.fail('control character in string', self.position - 1)
            if c != '\\':
                parts.append(c)
                continue
            escape = self.text[self.position:self.position + 1]
            self.position += 1
            if escape == 'u':
                code = self.hexadecimal()
                if 0xD800 <= code < 0xDC00 and self.text.startswith('\\u', self.position):
                    self.position += 2
                    low = self.hexadecimal()
                    code = 0x10000 + (code - 0xD800 << 10) + (low - 0xDC00)
                parts.append(chr(code))
            elif escape in self.ESCAPES:
                parts.append(self.ESCAPES[escape])
            else:
                self.fail(f'invalid escape \\{escape}', self.position - 2)

    def hexadecimal(self):
        digits = self.text[self.position:self.position + 4]
        try:
            code = int(digits, 16)
        except ValueError:
            self.fail('four hexadecimal digits were expected')
        self.position += 4
        return code

    def number(self):
        start = self.position
        end = start + (self.text[start] == '-')
        while end < len(self.text) and (self.text[end].isdigit() or self.text[end] in '.eE+-'):
            end += 1
        literal = self.text[start:end]
        try:
            if set(literal) & set('.eE'):
                value = self.parse_float(literal)
            else:
                if len(literal.lstrip('-')) > 1 and literal.lstrip('-')[0] == '0':
                    raise ValueError
                value = int(literal)
        except ValueError:
            self.fail(f'bad number {literal!r}')
        self.position = end
        return value


class Writer:
    def __init__(self, indent=None, sort_keys=False, ascii_only=True):
        self.indent = indent
        self.sort_keys = sort_keys
        self.ascii_only = ascii_only

    def quote(self, text):
        out = ['"']
        for c in text:
            if c in '"\\':
                out.append('\\' + c)
            elif c in '\n\t\r\b\f':
                out.append({'\n': '\\n', '\t': '\\t', '\r': '\\r', '\b': '\\b', '\f': '\\f'}[c])
            elif c < ' ' or (self.ascii_only and ord(c) > 126):
                code = ord(c)
                if code > 0xFFFF:
                    code -= 0x10000
                    out.append(f'\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}')
                else:
                    out.append('\\u%04x' % code)
            else:
                out.append(c)
        out.append('"')
        return ''.join(out)

    def chunks(self, value, level=0):
        match value:
            case None:
                yield 'null'
            case bool():
                yield 'true' if value else 'false'
            case int():
                yield str(value)
            case float():
                yield repr(value)
            case str():
                yield self.quote(value)
            case dict():
                items = sorted(value.items()) if self.sort_keys else value.items()
                yield from self.container('{', '}', (([self.quote(k), ': '], v) for k, v in items), level)
            case list() | tuple():
                yield from self.container('[', ']', (([], v) for v in value), level)
            case _:
                raise TypeError(f'{type(value).__name__} cannot be written as JSON')

    def container(self, opening, closing, items, level):
        yield opening
        first = True
        for prefix, item in items:
            if not first:
                yield ',' if self.indent is not None else ', '
            first = False
            if self.indent is not None:
                yield '\n' + ' ' * (self.indent * (level + 1))
            yield from prefix
            yield from self.chunks(item, level + 1)
        if not first and self.indent is not None:
            yield '\n' + ' ' * (self.indent * level)
        yield closing


def loads(text, **options):
    return Reader(text, **options).read()


def dumps(value, **options):
    return ''.join(Writer(**options).chunks(value))


def paths(value, prefix='$'):
    """All leaves as (path, value)."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, f'{prefix}.{key}')
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from paths(item, f'{prefix}[{i}]')
    else:
        yield prefix, value


def merge(base, patch):
    """RFC 7386: None deletes, objects merge, everything else replaces."""
    if not isinstance(patch, dict):
        return patch
    result = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge(result.get(key), value)
    return result


class Record:
    def __init__(self, fields):
        self.__dict__.update(fields)

    def __repr__(self):
        return f"Record({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


DOCUMENT = r'''
{
    "title": "Größe \"und\" \u00e9\ud83d\ude00",
    "numbers": [0, -1, 3.25, 1e3, -2.5E-3, 12345678901234567890],
    "nested": {"empty": {}, "none": null, "list": [[], [[]], [true, false]]},
    "escapes": "tab\tnewline\nslash\/ backslash\\ quote\""
}
'''

BROKEN = [
    '', '{', '[1, 2', '{"a": 1,}', '[1 2]', '{"a" 1}', '{a: 1}', '"open', '"bad \\x escape"', '01', '1.2.3', '[1]]', 'nul',
    '{"a": 1, "a": 2}', '"\\u12g4"', '[' * 60, '{\n  "x": [1,\n         2,\n         oops]\n}', '"line\nbreak"', '-',
]


def main():
    data = loads(DOCUMENT)
    print(data)
    print(dumps(data))
    print(dumps(data, indent=2, sort_keys=True, ascii_only=False))
    assert loads(dumps(data)) == data
    assert loads(dumps(data, indent=4)) == data
    for path, value in paths(data):
        print(f'{path:28} {type(value).__name__:10} {value!r}')
    for text in BROKEN:
        try:
            loads(text)
        except JSONError as error:
            print(error.show())
        else:
            print('accepted', text)
    print(loads('{"x": {"y": [1.10, 2]}}', object_hook=Record, parse_float=lambda s: f'<{s}>'))
    print(merge({'a': 1, 'b': {'c': 2, 'd': 3}}, {'a': None, 'b': {'c': 20, 'e': [1]}, 'f': 'new'}))
    for bad in ({'x': {1, 2}}, [object]):
        try:
            dumps(bad)
        except TypeError as error:
            print('TypeError:', error)
    try:
        try:
            loads('[1, ?]')
        except JSONError as error:
            raise RuntimeError('configuration is broken') from error
    except RuntimeError as error:
        cause = error.__cause__
        print(error, '<-', cause, cause.line, cause.column, isinstance(cause, ValueError))
    big = {'rows': [{'id': i, 'square': i * i, 'half': i / 2, 'odd': bool(i & 1)} for i in range(200)]}
    text = dumps(big, indent=1)
    again = loads(text)
    print(len(text), again == big, sum(row['square'] for row in again['rows']), text.count('true'))
    return 0


if __name__ == '__main__':
    sys.exit(main())
