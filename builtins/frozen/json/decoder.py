"""Reading JSON: the class, about the native scanner."""
from _json import scan as _scan

__all__ = ['JSONDecoder', 'JSONDecodeError']


class JSONDecodeError(ValueError):
    """Text that is not JSON: `msg` says why, of `doc` at `pos`, which is in line `lineno` and column `colno` (both from 1)."""

    def __init__(self, msg, doc, pos):
        line_start = doc.rfind('\n', 0, pos)  # -1 in the first line
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno, self.colno = 1 + doc.count('\n', 0, pos), pos - line_start
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


def _skip_space(text, place):
    while place < len(text) and text[place] in ' \t\n\r':
        place += 1
    return place


class JSONDecoder:
    """Makes Python objects of JSON text.

    parse_float, parse_int and parse_constant get the text of such values, object_hook the dict of an object, object_pairs_hook its list of pairs.
    """

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.parse_float = None if parse_float is float else parse_float
        self.parse_int = None if parse_int is int else parse_int
        self.parse_constant, self.strict = parse_constant, strict
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook

    def decode(self, s):
        """The object that the whole of a text stands for."""
        value, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end < len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The object at a place of a text, and where it ends."""
        return _scan(s, idx, self.strict, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int, self.parse_constant, JSONDecodeError)
