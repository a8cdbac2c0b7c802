"""Values as text: all that two interpreters must agree on, nothing that differs from run to run."""
import array
import io
import mmap
import struct


def show_bytes(data):
    if len(data) <= 48:
        return repr(data)
    total = 0
    for byte in data:
        total = (total * 31 + byte) & 0xFFFFFFF
    return f"{data[:16]!r}...{len(data)} bytes, {total:x}"


def show_view(view):
    try:
        parts = [view.format, str(view.shape), str(view.strides), "r" if view.readonly else "w", str(view.nbytes)]
    except ValueError as error:
        return f"view({error})"
    parts.append(show_bytes(view.tobytes()))
    return "view(" + " ".join(parts) + ")"


def show(value):
    kind = type(value)
    if kind is bytes:
        return show_bytes(value)
    if kind is bytearray:
        return "bytearray(" + show_bytes(bytes(value)) + ")"
    if kind is memoryview:
        return show_view(value)
    if kind is list:
        return "[" + ", ".join(map(show, value)) + "]"
    if kind is tuple:
        return "(" + ", ".join(map(show, value)) + ")"
    if kind is array.array:
        return f"array({value.typecode} {show_bytes(value.tobytes())})"
    if kind is io.BytesIO:
        return "BytesIO(closed)" if value.closed else f"BytesIO({show_bytes(value.getvalue())} at {value.tell()})"
    if kind is mmap.mmap:
        return "mmap(closed)" if value.closed else f"mmap({show_bytes(value[:])} at {value.tell()})"
    if kind is struct.Struct:
        return f"Struct({value.format!r} {value.size})"
    if isinstance(value, bytearray):
        return kind.__name__ + "(" + show_bytes(bytes(value)) + ")"
    if isinstance(value, bytes):
        return kind.__name__ + "(" + show_bytes(bytes(value)) + ")"
    if isinstance(value, (int, float, complex, str, slice)) or value is None or value is Ellipsis or value is NotImplemented:
        return repr(value)
    if isinstance(value, type):
        return value.__name__
    text = getattr(value, "shown", None)
    if text is not None:
        return text
    if isinstance(value, (dict, set)):
        return repr(value)
    return f"<{kind.__name__}>"


def outcome(action):
    """(text, value or None): what the call gave, or the exception."""
    try:
        value = action()
    except RecursionError:
        return "RecursionError", None
    except Exception as error:
        return f"{type(error).__name__}: {error}", None
    try:
        return show(value), value
    except Exception as error:
        return f"shown: {type(error).__name__}: {error}", None
