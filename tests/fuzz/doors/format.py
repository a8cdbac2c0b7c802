# format(), str.format, % and f-strings with any text as specification. The first byte chooses what is formatted, the second how.
import string

VALUES = (0, -1, 12345678901234567890123, True, 1.5, -0.0, 1e300, float('inf'), float('nan'), 2 - 3j, 'text', '\u20ac\U0001f600', b'bytes', None, (1, 'two'), [3],
          {'key': 4}, range(5), 10 ** 60, 5e-324)


class Reader(string.Formatter):
    """The one written in Python, over the native parser."""


def door(data):
    if len(data) < 2:
        return
    value = VALUES[data[0] % len(VALUES)]
    text = data[2:].decode('utf-8', 'surrogateescape' if data[1] & 8 else 'replace')
    how = data[1] % 8
    try:
        if how == 0:
            format(value, text)
        elif how == 1:
            text.format(value, 1, 'x', key=value)
        elif how == 2:
            text % value
        elif how == 3:
            text % {'key': value, '': 1}
        elif how == 4:
            data[2:] % (value, value)
        elif how == 5:
            bytearray(data[2:]) % (value,)
        elif how == 6:
            Reader().format(text, value, 1, 'x', key=value)
        else:
            f'{value:{text}}'
            text.format_map({'key': value})
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, MemoryError, RecursionError):
        pass
