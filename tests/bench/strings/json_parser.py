# A JSON reader and writer by hand: indexing, slicing, dictionaries, recursion.


class ParseError(ValueError):
    pass


class Parser:
    ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\', '/': '/'}

    def __init__(self, text):
        self.text = text
        self.position = 0

    def skip(self):
        text, position = self.text, self.position
        while position < len(text) and text[position] in ' \n\t\r':
            position += 1
        self.position = position

    def value(self):
        self.skip()
        c = self.text[self.position]
        if c == '{':
            return self.object()
        if c == '[':
            return self.array()
        if c == '"':
            return self.string()
        if c in '-0123456789':
            return self.number()
        for word, value in (('true', True), ('false', False), ('null', None)):
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        raise ParseError(self.position)

    def object(self):
        self.position += 1
        result = {}
        self.skip()
        while self.text[self.position] != '}':
            self.skip()
            key = self.string()
            self.skip()
            if self.text[self.position] != ':':
                raise ParseError(self.position)
            self.position += 1
            result[key] = self.value()
            self.skip()
            if self.text[self.position] == ',':
                self.position += 1
        self.position += 1
        return result

    def array(self):
        self.position += 1
        result = []
        self.skip()
        while self.text[self.position] != ']':
            result.append(self.value())
            self.skip()
            if self.text[self.position] == ',':
                self.position += 1
        self.position += 1
        return result

    def string(self):
        text = self.text
        start = position = self.position + 1
        parts = []
        while True:
            c = text[position]
            if c == '"':
                break
            if c == '\\':
                parts.append(text[start:position])
                parts.append(self.ESCAPES[text[position + 1]])
                position += 2
                start = position
            else:
                position += 1
        parts.append(text[start:position])
        self.position = position + 1
        return ''.join(parts)

    def number(self):
        text, start = self.text, self.position
        position = start
        while position < len(text) and text[position] in '+-.eE0123456789':
            position += 1
        self.position = position
        literal = text[start:position]
        return float(literal) if '.' in literal or 'e' in literal else int(literal)


def write(value, out):
    if value is None:
        out.append('null')
    elif value is True:
        out.append('true')
    elif value is False:
        out.append('false')
    elif isinstance(value, str):
        out.append('"' + value.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n') + '"')
    elif isinstance(value, (int, float)):
        out.append(repr(value))
    elif isinstance(value, list):
        out.append('[')
        for i, item in enumerate(value):
            if i:
                out.append(', ')
            write(item, out)
        out.append(']')
    else:
        out.append('{')
        for i, (key, item) in enumerate(value.items()):
            if i:
                out.append(', ')
            write(key, out)
            out.append(': ')
            write(item, out)
        out.append('}')


data = [
    {'id': i, 'name': f'item "{i}"', 'tags': ['a', 'b', str(i)], 'price': i * 1.25, 'stock': None if i % 5 else True, 'at': {'x': i, 'y': -i}}
    for i in range(900)
]
total = 0
for _ in range(24):
    out = []
    write(data, out)
    text = ''.join(out)
    parsed = Parser(text).value()
    total += len(text) + (parsed == data)
print(total, text[-80:])
