"""Writing JSON: the class, about the native writer."""
from _json import encode as _encode, quote as _quote

__all__ = ['JSONEncoder']


def py_encode_basestring(s):
    """A text in JSON's quotes."""
    return _quote(s, False)


def py_encode_basestring_ascii(s):
    """A text in JSON's quotes, in ASCII."""
    return _quote(s, True)


encode_basestring, encode_basestring_ascii = py_encode_basestring, py_encode_basestring_ascii


class JSONEncoder:
    """Makes JSON text of Python objects; subclasses bring a default() for other types."""
    item_separator, key_separator = ', ', ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is None:
            if indent is not None:
                self.item_separator = ','
        else:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        """The object to write in the place of one of another type: here, an error."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """The text for an object."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return _encode(o, self.default, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys, indent, self.item_separator,
                       self.key_separator)

    def iterencode(self, o, _one_shot=False):
        """The text for an object, in pieces: here, in one."""
        yield self.encode(o)
