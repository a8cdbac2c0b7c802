"""Arguments: mostly of the type that is asked for, now and then of none that is."""
import array

from _dice import FLOATS
from _show import show

FORMATS_OF_ITEMS = ["B", "b", "c", "?", "h", "H", "i", "I", "l", "L", "q", "Q", "n", "N", "e", "f", "d", "P", "@B", "@q", "@d"]
BAD_FORMATS = ["", "z", "s", "p", "x", "2B", "BB", "@", " B", "B ", "bogus", "\u20ac", "B\0", None, 3, b"B"]
CODES = "xcbB?hHiIlLqQefdspnNP"


class Shown:
    def __repr__(self):
        return self.shown


class Acting(Shown):
    """An object whose conversion does something to what is being worked on, then gives `result`."""

    def __init__(self, shown, act, result):
        self.shown, self.act, self.result = shown, act, result

    def convert(self):
        self.act()
        return self.result

    def __index__(self):
        return self.convert()

    def __float__(self):
        return float(self.convert())

    def __bool__(self):
        return bool(self.convert())

    def __eq__(self, other):
        self.act()
        return False

    __hash__ = None


class Failing(Shown):
    shown = "Failing()"

    def __index__(self):
        raise LookupError("no index")

    def __float__(self):
        raise LookupError("no float")

    def __iter__(self):
        raise LookupError("no iterator")

    def __bool__(self):
        raise LookupError("no truth")


class Indexed(Shown):
    def __init__(self, value):
        self.value, self.shown = value, f"Indexed({value!r})"

    def __index__(self):
        return self.value


class Iterated(Shown):
    """An iterable without length."""

    def __init__(self, values):
        self.values, self.shown = values, f"Iterated({show(values)})"

    def __iter__(self):
        return iter(self.values)


class SubBytes(bytes):
    pass


class SubByteArray(bytearray):
    pass


def wrong(dice):
    return dice.of([None, 1.5, "a", "", [], (), {}, object, 1j, True, Ellipsis, -1, 300, b"", b"x", [1, 2], [256], ["a"], range(3), Failing(), Indexed(2), Indexed("x"), Iterated([1, 2]), Iterated([1, "x"]), slice(1, 2)])


def index(dice, length=8):
    """Something that stands for a position in `length` items."""
    if dice.one_in(25):
        return wrong(dice)
    if dice.one_in(12):
        return dice.integer()
    value = dice.between(-length - 1, length + 1)
    return Indexed(value) if dice.one_in(15) else value


def bound(dice, length=8):
    return None if dice.one_in(4) else index(dice, length)


def a_slice(dice, length=8):
    step = None if dice.below(2) else dice.of([1, -1, 2, -2, 3, -3, 5]) if dice.below(8) else dice.of([0, Indexed(2), dice.integer(), "a"])
    return slice(bound(dice, length), bound(dice, length), step)


def data_of(dice, env, most=12):
    """A bytes-like object of random contents."""
    kind = dice.below(14)
    data = dice.data(most)
    if kind < 6:
        return data
    if kind == 6:
        return bytearray(data)
    if kind == 7:
        return memoryview(data)
    if kind == 8:
        return memoryview(data)[:: dice.of([1, 2, -1])]
    if kind == 9:
        return array.array("B", data)
    if kind == 10:
        return array.array("h", [7, -1])
    if kind == 11:
        return SubBytes(data)
    if kind == 12 and env:
        return env.variable()
    return memoryview(data + bytes(-len(data) % 4)).cast("I")


def part(dice, env):
    """What find, in, replace … look for."""
    if dice.one_in(20):
        return wrong(dice)
    if dice.one_in(5):
        return dice.byte() if dice.below(8) else dice.integer()
    return data_of(dice, env, dice.of([0, 1, 1, 2, 3]))


def number(dice):
    kind = dice.below(12)
    if kind < 6:
        return dice.between(-5, 300)
    if kind < 9:
        return dice.integer()
    if kind < 10:
        return dice.of([0.0, 1.5, -1.0, float("nan"), float("inf")])
    return dice.of([True, False, b"a", b"ab", b"", None, "a", Indexed(7), Failing(), 1j])


def item_for(dice, code):
    """A value for a code of struct, mostly a good one."""
    code = code[-1:]
    if dice.one_in(12):
        return number(dice)
    if code in "bBhHiIlLqQnNP" and code:
        if dice.one_in(4):
            return dice.integer()
        low = 0 if code.isupper() else -100
        return dice.between(low, 100)
    if code in ("e", "f", "d"):
        return dice.of(FLOATS) if dice.below(3) else dice.between(-9, 9) / 4
    if code in ("s", "p"):
        return dice.data(8) if dice.below(6) else bytearray(dice.data(4))
    if code == "c":
        return bytes([dice.byte()])
    if code == "?":
        return dice.of([True, False, 0, 3, "", "x", None, [], [0], 0.0])
    return dice.byte()


def struct_format(dice):
    """(format, codes of the values that it takes)"""
    text, codes = dice.of(["", "", "", "@", "=", "<", ">", "!"]), []
    for _ in range(dice.below(5)):
        code = dice.of(CODES)
        count = dice.of(["", "", "", "0", "1", "2", "3", "10", "003"])
        if code == "p" and count == "0":
            count = ""  # CPython reads and writes the byte before the memory
        if dice.one_in(60):
            count = dice.of(["99999999999999999999", "9223372036854775807", "4611686018427387904", "-1", "+2", "1 "])
        if dice.one_in(60):
            code = dice.of("aAtz1 <@*\0\u00e9")
        text += count + code + dice.of(["", "", "", " ", "\n"])
        times = int(count) if count.isdigit() else 1
        if code in "sp":
            codes.append(code)
        elif code != "x" and times < 50:
            codes += [code] * times
    if dice.one_in(40):
        return dice.of([b"<h", b"2s", b"\xff", None, 5, "", "<", "\u20ac", bytearray(b"h")]), codes
    return (text.encode("latin-1") if dice.one_in(20) else text), codes
