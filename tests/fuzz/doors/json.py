# Any text read as JSON; what can be read is written and read again. The first byte chooses the form.
import json
import json.decoder
import json.encoder


def same(a, b):
    """Equality under which NaN equals itself."""
    return repr(a) == repr(b)


def door(data):
    if not data:
        return
    how, text = data[0], data[1:]
    try:
        if how & 1:
            text = text.decode('utf-8', 'surrogatepass' if how & 2 else 'replace')
        value = json.loads(text, strict=not how & 4, parse_float=str if how & 8 else None)
    except (ValueError, RecursionError):
        return
    for options in {}, {'indent': 2}, {'ensure_ascii': False}, {'sort_keys': True, 'separators': (',', ':')}:
        try:
            written = json.dumps(value, **options)
        except RecursionError:
            continue
        again = json.loads(written)
        if 'sort_keys' not in options:
            assert same(again, value), (value, again)
