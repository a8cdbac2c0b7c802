# Any text as int, float, complex and literal: what can be read comes back from its own text. The first byte chooses the base.
import warnings

warnings.simplefilter('ignore')


def same(a, b):
    return a == b or a != a and b != b


def door(data):
    if not data:
        return
    base, text = data[0] % 40, data[1:].decode('utf-8', 'replace')
    for read in (lambda: int(text, base), lambda: int(text), lambda: int(data[1:]), lambda: int(data[1:], base)):
        try:
            value = read()
        except ValueError:
            continue
        assert int(str(value)) == value and int(hex(value), 16) == value and int(bin(value), 0) == value and int(oct(value), 8) == value
        size = (value.bit_length() + 8) // 8
        assert int.from_bytes(value.to_bytes(size, 'little', signed=True), 'little', signed=True) == value
        try:
            assert int(float(value)) == int(str(int(float(value))))
        except OverflowError:
            pass
    for read in (lambda: float(text), lambda: float(data[1:]), lambda: float.fromhex(text)):
        try:
            value = read()
        except (ValueError, OverflowError):
            continue
        assert same(float(repr(value)), value) and same(float.fromhex(value.hex()), value) and same(float('%.17g' % value), value), value
    try:
        value = complex(text)
        again = complex(repr(value))
        assert same(again.real, value.real) and same(again.imag, value.imag), value
    except ValueError:
        pass
    # As a literal, where it is nothing but one.
    if text and text.isascii() and all(c.isalnum() or c in '._' for c in text) and text[0].isdigit():
        try:
            value = eval(text)
        except (SyntaxError, MemoryError):
            return
        assert same(eval(repr(value)), value), text
