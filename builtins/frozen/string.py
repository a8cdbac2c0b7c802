"""A collection of string constants, Template and Formatter."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation", "whitespace", "Formatter",
           "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split the argument into words using split, capitalize each word using capitalize, and join the capitalized words using join."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_absent = object()


class _Chained:
    """A mapping and keywords that come before it."""

    def __init__(self, first, second):
        self._first, self._second = first, second

    def __getitem__(self, key):
        return self._first[key] if key in self._first else self._second[key]


class Template:
    """A text with places, marked by $, for values."""
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None  # re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' not in cls.__dict__ and any(name in cls.__dict__ for name in ('delimiter', 'idpattern', 'braceidpattern', 'flags')):
            cls.pattern = cls._default_pattern()
        elif 'pattern' in cls.__dict__ or 'flags' in cls.__dict__:
            import re
            cls.pattern = re.compile(cls.pattern, cls._flags() | re.VERBOSE)

    @classmethod
    def _flags(cls):
        import re
        return re.IGNORECASE if cls.flags is None else cls.flags

    @classmethod
    def _default_pattern(cls):
        import re
        delimiter, name = re.escape(cls.delimiter), cls.idpattern
        return re.compile(f'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{name})|{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))',
                          cls._flags() | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _matches(self):
        pattern = getattr(type(self), 'pattern', None)
        if pattern is None:
            pattern = Template.pattern = Template._default_pattern()
        return pattern.finditer(self.template)

    def _filled(self, fill):
        result, end = [], 0
        for match in self._matches():
            result += self.template[end:match.start()], fill(match)
            end = match.end()
        return ''.join(result) + self.template[end:]

    def _unknown(self):
        return ValueError('Unrecognized named group in pattern', type(self).pattern)

    def _raise_invalid(self, match):
        place = match.start('invalid')
        lines = self.template[:place].splitlines(keepends=True)
        column, line = (1, 1) if not lines else (place - len(''.join(lines[:-1])), len(lines))
        raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')

    def substitute(self, mapping=_absent, /, **kws):
        mapping = kws if mapping is _absent else _Chained(kws, mapping) if kws else mapping

        def fill(match):
            name = match.group('named') or match.group('braced')
            if name is not None:
                return str(mapping[name])
            if match.group('escaped') is not None:
                return self.delimiter
            if match.group('invalid') is not None:
                self._raise_invalid(match)
            raise self._unknown()
        return self._filled(fill)

    def safe_substitute(self, mapping=_absent, /, **kws):
        mapping = kws if mapping is _absent else _Chained(kws, mapping) if kws else mapping

        def fill(match):
            name = match.group('named') or match.group('braced')
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match.group('escaped') is not None:
                return self.delimiter
            if match.group('invalid') is not None:
                return match.group()
            raise self._unknown()
        return self._filled(fill)

    def is_valid(self):
        for match in self._matches():
            if match.group('invalid') is not None:
                return False
            if match.group('named') is None and match.group('braced') is None and match.group('escaped') is None:
                raise self._unknown()
        return True

    def get_identifiers(self):
        names = []
        for match in self._matches():
            name = match.group('named') or match.group('braced')
            if name is not None:
                if name not in names:
                    names.append(name)
            elif match.group('invalid') is None and match.group('escaped') is None:
                raise self._unknown()
        return names


class Formatter:
    """str.format(), piece by piece for subclasses to change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto_index=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field_name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field_name is None:
                continue
            if field_name == '' or field_name[0] in '.[':
                if auto_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field_name = f'{auto_index}{field_name}'
                auto_index += 1
            elif field_name.isdigit():
                if auto_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto_index = False
            obj, first = self.get_field(field_name, args, kwargs)
            used.add(first)
            obj = self.convert_field(obj, conversion)
            spec, auto_index = self._vformat(spec, args, kwargs, used, depth - 1, auto_index=auto_index)
            result.append(self.format_field(obj, spec))
        return ''.join(result), auto_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ('s', 'r', 'a'):
            return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """(literal text, field name, format spec, conversion) of each replacement field."""
        literal = []
        place, end = 0, len(format_string)
        while place < end:
            c = format_string[place]
            place += 1
            if c in '{}' and place < end and format_string[place] == c:
                literal.append(c)
                place += 1
                continue
            if c == '}':
                raise ValueError("Single '}' encountered in format string")
            if c != '{':
                literal.append(c)
                continue
            depth, start = 1, place
            while place < end and depth:
                depth += {'{': 1, '}': -1}.get(format_string[place], 0)
                place += 1
            if depth:
                raise ValueError("Single '{' encountered in format string" if start == end else "expected '}' before end of string")
            field = format_string[start:place - 1]
            brackets = 0
            for index, c in enumerate(field):
                brackets += {'[': 1, ']': -1}.get(c, 0)
                if c in ':!' and brackets == 0:
                    break
            else:
                index = len(field)
            name, rest = field[:index], field[index:]
            conversion = None
            if rest.startswith('!'):
                if len(rest) < 2:
                    raise ValueError("end of string while looking for conversion specifier")
                conversion, rest = rest[1], rest[2:]
                if rest and rest[0] != ':':
                    raise ValueError("expected ':' after conversion specifier")
            yield ''.join(literal), name, rest[1:], conversion
            literal = []
        if literal:
            yield ''.join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        end = min((place for place in (field_name.find('.'), field_name.find('[')) if place >= 0), default=len(field_name))
        first, rest = field_name[:end], field_name[end:]
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == '.':
                end = min((place for place in (rest.find('.', 1), rest.find('[', 1)) if place >= 0), default=len(rest))
                obj = getattr(obj, rest[1:end])
            else:
                end = rest.index(']')
                key = rest[1:end]
                obj = obj[int(key) if key.isdigit() else key]
                end += 1
            rest = rest[end:]
        return obj, first
