"""What is done with bytes, bytearray and array: all the methods that they share, and those that change them."""
import array
import copy
import operator

from _arguments import Acting, Indexed, Iterated, a_slice, bound, data_of, index, item_for, number, part, wrong
from _show import show


def call(name, *arguments, **keywords):
    """An operation that calls a method; the arguments were chosen before."""
    shown = ", ".join([show(a) for a in arguments] + [f"{k}={show(v)}" for k, v in keywords.items()])
    return f".{name}({shown})", lambda x: getattr(x, name)(*arguments, **keywords)


def bounds(dice, x):
    count = dice.below(4)
    return [bound(dice, len(x)) for _ in range(max(0, count - 1))]


def search(dice, env, x):
    return call(dice.of(["find", "rfind", "index", "rindex", "count"]), part(dice, env), *bounds(dice, x))


def affix(dice, env, x):
    prefix = tuple(data_of(dice, env, 2) for _ in range(dice.below(3))) if dice.one_in(3) else data_of(dice, env, 2)
    if dice.one_in(15):
        prefix = wrong(dice)
    return call(dice.of(["startswith", "endswith"]), prefix, *bounds(dice, x))


def one_sided(dice, env, x):
    return call(dice.of(["removeprefix", "removesuffix"]), data_of(dice, env, 2) if dice.below(12) else wrong(dice))


def split(dice, env, x):
    name = dice.of(["split", "rsplit"])
    sep = dice.of([None, None, data_of(dice, env, 2), wrong(dice)]) if dice.below(3) else data_of(dice, env, 1)
    most = dice.of([-1, 0, 1, 2, 3, Indexed(1), dice.integer(), None])
    kind = dice.below(4)
    if kind == 0:
        return call(name)
    if kind == 1:
        return call(name, sep)
    if kind == 2:
        return call(name, sep=sep, maxsplit=most)
    return call(name, sep, most)


def partition(dice, env, x):
    return call(dice.of(["partition", "rpartition"]), data_of(dice, env, 2) if dice.below(12) else wrong(dice))


def strip(dice, env, x):
    name = dice.of(["strip", "lstrip", "rstrip"])
    return call(name) if dice.below(2) else call(name, dice.of([None, data_of(dice, env, 3), wrong(dice)]))


def replace(dice, env, x):
    old, new = data_of(dice, env, 2), data_of(dice, env, 3)
    if dice.one_in(12):
        old = wrong(dice)
    return call("replace", old, new, *([dice.of([-1, 0, 1, 2, Indexed(1), dice.integer(), None])] if dice.below(2) else []))


def join(dice, env, x):
    items = [data_of(dice, env, 3) for _ in range(dice.below(5))]
    if dice.one_in(8):
        items.append(wrong(dice))
    kind = dice.below(5)
    if kind == 0:
        items = tuple(items)
    elif kind == 1:
        items = Iterated(items)
    elif kind == 2 and dice.one_in(5):
        items = wrong(dice)
    return call("join", items)


def pad(dice, env, x):
    width = dice.between(0, 24) if dice.below(8) else wrong(dice)
    name = dice.of(["ljust", "rjust", "center", "zfill"])
    if name == "zfill" or dice.below(2):
        return call(name, width)
    return call(name, width, dice.of([b"*", bytearray(b"-"), b"", b"ab", "x", memoryview(b"a"), 5]))


def tabs(dice, env, x):
    return call("expandtabs") if dice.below(2) else call("expandtabs", dice.of([0, 1, 3, 8, -1, Indexed(4), "a", None, 2**40]))


def lines(dice, env, x):
    return call("splitlines", dice.of([True, False, 0, 5, [], "x"])) if dice.below(2) else call("splitlines")


def case(dice, env, x):
    return call(dice.of(["upper", "lower", "title", "capitalize", "swapcase", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper"]), *([wrong(dice)] if dice.one_in(30) and type(x) in (bytes, bytearray) else []))


def translate(dice, env, x):
    table = dice.of([None, bytes(range(255, -1, -1)), bytearray(range(256)), b"short", memoryview(bytes(256)), wrong(dice)])
    kind = dice.below(3)
    if kind == 0:
        return call("translate", table)
    delete = data_of(dice, env, 3) if dice.below(10) else wrong(dice)
    return call("translate", table, delete) if kind == 1 else call("translate", table, delete=delete)


def hexadecimal(dice, env, x):
    if dice.below(3) == 0:
        return call("hex")
    return call("hex", dice.of([":", b"-", "", "ab", "\u20ac", 3, None, "\0", b"\x7f", b"\x80"]), *([dice.of([1, 2, -2, 0, 5, -1, 2**31 - 1, 2**31, "a"])] if dice.below(2) else []))


def decode(dice, env, x):
    encoding = dice.of(["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "UTF8", "cp1252", "unknown-one", "\0", 5])
    return call("decode", encoding, dice.of(["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "no-such", "xmlcharrefreplace"])) if dice.below(3) else call("decode")


def get(dice, env, x):
    k = a_slice(dice, len(x)) if dice.below(2) else index(dice, len(x))
    return f"[{show(k)}]", lambda x: x[k]


def add(dice, env, x):
    other = env.variable() if dice.one_in(3) else data_of(dice, env)
    if dice.one_in(10):
        other = wrong(dice)
    if dice.below(2):
        return f"+ {show(other)}", lambda x: x + other
    return f"radd {show(other)}", lambda x: other + x


def repeat(dice, env, x):
    n = dice.between(-1, 3) if dice.below(6) else dice.of([wrong(dice), Indexed(2), 2**62, 2**64, -2**70])
    if len(x) > 60 and n != 0:
        n = 0
    return (f"* {show(n)}", lambda x: x * n) if dice.below(2) else (f"rmul {show(n)}", lambda x: n * x)


def compare(dice, env, x):
    other = env.variable() if dice.below(2) else data_of(dice, env)
    if dice.one_in(8):
        other = wrong(dice)
    name = dice.of(["eq", "ne", "lt", "le", "gt", "ge"])
    return f"{name} {show(other)}", lambda x: getattr(operator, name)(x, other)


def contains(dice, env, x):
    what = part(dice, env)
    return f"contains {show(what)}", lambda x: what in x


def percent(dice, env, x):
    codes = [dice.of(["%d", "%s", "%b", "%c", "%x", "%a", "%r", "%5d", "%-5s|", "%05.1f", "%e", "%g", "%%", "%#x", "%+d", "%i", "%u", "%o", "%X", "%.3b", "%*d", "%", "%z", "%(a)s", "%ld", "%.2s"]) for _ in range(dice.below(3))]
    text = b"<" + "".join(codes).encode() + b">"
    values = tuple(dice.of([1, -5, 255, 1.5, b"ab", bytearray(b"cd"), "x", None, 2**70, Indexed(3), b"a", 65, 256, -1]) for _ in range(len(codes) + dice.below(2)))
    kind = type(x)
    if dice.one_in(8):
        values = dice.of([5, b"ab", {b"a": b"v"}, {"a": 1}, [], None])
    return f"{kind.__name__} {text!r} % {show(values)}", lambda x: kind(text) % values


def plain(name, function):
    return lambda dice, env, x: (name, function)


SHARED = [get] * 5 + [search] * 5 + [affix] * 2 + [one_sided] + [split] * 3 + [partition, strip, replace, join, add, compare] * 2 + [
    pad, tabs, lines, case, translate, hexadecimal, decode, repeat, contains, percent,
    plain("list", list), plain("len", len), plain("bytes", bytes), plain("bytearray", bytearray), plain("memoryview", memoryview), plain("reversed", lambda x: list(reversed(x))), plain("bool", bool),
    plain("repr", repr), plain("iterate twice", lambda x: (lambda i: (next(i, None), i.__length_hint__(), list(i), list(i)))(iter(x))),
    plain("copy", copy.copy), plain("index", operator.index), plain("float", float), plain("int", int),
]
OF_BYTES = SHARED + [plain("hash", lambda x: hash(x) == hash(bytes(memoryview(x)))), plain("in a dict", lambda x: {x: 1}.get(bytes(memoryview(x))))]


# ---- what changes a bytearray
def append(dice, env, x):
    return call(dice.of(["append", "append", "remove"]), dice.byte() if dice.below(6) else dice.of([256, -1, wrong(dice), Indexed(3), Indexed(300), dice.integer()]))


def extend(dice, env, x):
    kind = dice.below(5)
    items = data_of(dice, env, 5) if kind < 2 else env.variable() if kind == 2 else dice.of([[1, 2, 3], [256], ["a"], (7,), Iterated([1, 2]), Iterated([1, -1]), range(4), "abc", None, 5, {1: 2}, [Indexed(4)], wrong(dice)])
    return call("extend", items) if dice.below(2) else (f"+= {show(items)}", lambda x: operator.iadd(x, items))


def insert(dice, env, x):
    return call("insert", index(dice, len(x)), dice.byte() if dice.below(6) else wrong(dice))


def pop(dice, env, x):
    return call("pop") if dice.below(2) else call("pop", index(dice, len(x)))


def small_change(dice, env, x):
    return call(dice.of(["clear", "reverse", "copy", "reverse", "copy"]))


def put(dice, env, x):
    if dice.below(2):
        k, value = index(dice, len(x)), dice.byte() if dice.below(6) else dice.of([256, -1, wrong(dice), Indexed(7)])
    else:
        k = a_slice(dice, len(x))
        value = data_of(dice, env, 6) if dice.below(4) else dice.of([[1, 2], [300], (1,), Iterated([5, 6]), "ab", 5, range(3), wrong(dice)])
        if dice.below(3) == 0:
            try:
                value = bytes(range(len(range(*k.indices(len(x))))))
            except Exception:
                pass
    return f"[{show(k)}] = {show(value)}", lambda x: x.__setitem__(k, value)


def delete(dice, env, x):
    k = a_slice(dice, len(x)) if dice.below(3) else index(dice, len(x))
    return f"del [{show(k)}]", lambda x: x.__delitem__(k)


def times(dice, env, x):
    n = dice.between(-1, 2) if dice.below(6) else wrong(dice)
    if len(x) > 60:
        n = 0
    return f"*= {show(n)}", lambda x: operator.imul(x, n)


def again(dice, env, x):
    source = dice.of([b"new", 3, [1, 2], "a", -1, None, Iterated([9, 8]), memoryview(b"view")])
    return f".__init__({show(source)})", lambda x: x.__init__(source)


OF_BYTEARRAY = SHARED + [append] * 4 + [extend] * 5 + [insert, pop] * 3 + [small_change, delete] * 3 + [put] * 8 + [times, again]


# ---- array
def array_item(dice, env, x):
    if x.typecode == "u":
        return dice.of(["a", "\u20ac", "ab", "", 5, "\U0001f600"])
    return item_for(dice, x.typecode) if dice.below(8) else wrong(dice)


def array_change(dice, env, x):
    value = array_item(dice, env, x)
    kind = dice.below(9)
    if kind < 3:
        return call(dice.of(["append", "remove", "count", "index"]), value)
    if kind == 3:
        return call("insert", index(dice, len(x)), value)
    if kind == 4:
        return call("pop", *([index(dice, len(x))] if dice.below(2) else []))
    if kind == 5:
        return call(dice.of(["reverse", "byteswap", "tolist", "tobytes", "__copy__", "tounicode"]))
    if kind == 6:
        return call("index", value, *[dice.of([dice.small(), dice.integer(), "a"]) for _ in range(dice.below(3))])
    if kind == 7:
        return f"contains {show(value)}", lambda x: value in x
    k = index(dice, len(x))
    return f"[{show(k)}] = {show(value)}", lambda x: x.__setitem__(k, value)


def array_extend(dice, env, x):
    same = array.array(x.typecode, [] if x.typecode == "u" else [1, 2][: dice.below(3)])
    kind = dice.below(8)
    items = dice.of([same, [1, 2], env.variable(), (3,), Iterated([4]), [2**70], array.array("B", b"ab"), "ab", 5, None, [1, "x"], x])
    if kind == 0:
        return call("frombytes", data_of(dice, env, 16) if dice.below(8) else wrong(dice))
    if kind == 1:
        return call("fromlist", items if len(repr(items)) < 300 else [])
    if kind == 2:
        return call("fromunicode", dice.text())
    if kind == 3:
        return f"+ {show(items)}", lambda x: x + items
    if kind == 4:
        return f"+= {show(items)}", lambda x: operator.iadd(x, items)
    if len(x) > 100 and items is x:
        items = same
    return call("extend", items)


def array_slices(dice, env, x):
    k = a_slice(dice, len(x))
    kind = dice.below(4)
    if kind == 0:
        return f"del [{show(k)}]", lambda x: x.__delitem__(k)
    if kind == 1:
        return f"[{show(k)}]", lambda x: x[k]
    value = array.array(x.typecode, [] if x.typecode == "u" else [7] * dice.below(4)) if dice.below(4) else dice.of([[1], b"ab", array.array("B", b"ab"), x, 5])
    if kind == 2 and x.typecode != "u":
        try:
            value = array.array(x.typecode, [5] * len(range(*k.indices(len(x)))))
        except Exception:
            pass
    return f"[{show(k)}] = {show(value)}", lambda x: x.__setitem__(k, value)


def array_compare(dice, env, x):
    other = dice.of([env.variable(), array.array(x.typecode, x), array.array("d", [1.0]), array.array("B", b"ab"), [1], b"ab"])
    name = dice.of(["eq", "ne", "lt", "le", "gt", "ge"])
    return f"{name} {show(other)}", lambda x: getattr(operator, name)(x, other)


OF_ARRAY = [array_change] * 9 + [array_extend] * 5 + [array_slices] * 5 + [array_compare] * 2 + [get] * 3 + [times, repeat] + [
    plain("list", list), plain("len", len), plain("repr", repr), plain("bytes", bytes), plain("bytearray", bytearray), plain("memoryview", memoryview), plain("memoryview", memoryview),
    plain("iterate", lambda x: (lambda i: (next(i, None), list(i)))(iter(x))), plain("hash", hash), plain("itemsize", lambda x: (x.itemsize, x.typecode)), plain("reversed", lambda x: list(reversed(x))),
    plain("copy", copy.copy), plain("deepcopy", copy.deepcopy), plain("reduce", lambda x: x.__reduce_ex__(2)[:2]), plain("array of it", lambda x: array.array(x.typecode, x)), plain("array d of it", lambda x: array.array("d", x)),
]
