"""What is done with a memoryview."""
import array
import struct

from _arguments import BAD_FORMATS, FORMATS_OF_ITEMS, Acting, a_slice, bound, data_of, index, item_for, number, part, wrong
from _show import show

ATTRIBUTES = ["obj", "nbytes", "readonly", "format", "itemsize", "ndim", "shape", "strides", "suboffsets", "c_contiguous", "f_contiguous", "contiguous"]
SHAPES = [[2, 2], [4], [2, 3], [1, 4], [4, 1], [2, 2, 2], [0], [], [3, 2], (2, 4), [2, 0], [-1], [2.0], ["a"], None, 3, [10**10, 10**10], [2**62, 4], [1] * 64, [1] * 65, [2, 2, 1, 1, 2]]


def lengths(view):
    """(length of the first dimension, dimensions), also of views that have none."""
    try:
        return (view.shape[0] if view.ndim else 1), view.ndim
    except ValueError:
        return 4, 1


def key(dice, view, acting=False):
    first, dimensions = lengths(view)
    if acting and dice.one_in(25):
        return Acting("Acting(release)", view.release, dice.between(0, 2))
    kind = dice.below(10)
    if dimensions != 1 and kind < 9:
        return tuple(index(dice, 3) for _ in range(dimensions if dice.below(15) else dice.below(4)))
    if kind == 9:
        return dice.of([Ellipsis, (), (0,), (slice(1), slice(1)), wrong(dice)])
    return a_slice(dice, first) if kind < 4 else index(dice, first)


def of_one_dimension(operation):
    """The operation for views of one dimension; of others, where CPython does not implement it, an attribute is looked at."""
    return lambda dice, env, view: operation(dice, env, view) if lengths(view)[1] == 1 else attribute(dice, env, view)


def get(dice, env, view):
    k = key(dice, view, True)
    return f"[{show(k)}]", lambda: view[k]


def take(dice, env, view):
    k = a_slice(dice, lengths(view)[0])
    return f"[{show(k)}]", lambda: view[k]


def put(dice, env, view):
    k = key(dice, view)
    try:
        code = view.format
    except ValueError:
        code = "B"
    if isinstance(k, slice):
        value = data_of(dice, env, 4)
        if dice.below(3) and code in ("B", "b", "c"):
            try:
                wanted = len(view[k])
                value = memoryview(dice.data(0) + bytes(range(wanted))).cast(code)
            except Exception:
                pass
        elif dice.below(2):
            try:
                other = a_slice(dice, lengths(view)[0])
                value = view[other] if dice.below(2) else array.array(code, [1] * len(view[k]))
            except Exception:
                pass
    else:
        value = item_for(dice, code)
        if dice.one_in(20):
            value = Acting("Acting(release)", view.release, 1)
    return f"[{show(k)}] = {show(value)}", lambda: view.__setitem__(k, value)


def delete(dice, env, view):
    k = key(dice, view)
    return f"del [{show(k)}]", lambda: view.__delitem__(k)


def cast(dice, env, view):
    code = dice.of(FORMATS_OF_ITEMS) if dice.below(10) else dice.of(BAD_FORMATS)
    if dice.below(3):
        return f".cast({code!r})", lambda: view.cast(code)
    shape = dice.of(SHAPES)
    if dice.below(2):
        try:
            items = view.nbytes // struct.calcsize(code)
            shape = dice.of([[items], [items // 2, 2], [2, items // 2], [1, items], [2, 2, items // 4]])
        except Exception:
            pass
    return f".cast({code!r}, {shape!r})", lambda: view.cast(code, shape)


def to_bytes(dice, env, view):
    order = dice.of(["C", "F", "A", None, "X", "", 5, "C\0", "CF"])
    return (".tobytes()", view.tobytes) if dice.below(2) else (f".tobytes({order!r})", lambda: view.tobytes(order))


def hexadecimal(dice, env, view):
    if dice.below(2):
        return ".hex()", view.hex
    sep, n = dice.of([":", b"-", "", "ab", "\u20ac", 3, None, b"\xff", "é"]), dice.of([1, 2, -2, 0, 3, 2**31, -2**31, "a", None])
    return f".hex({sep!r}, {n!r})", lambda: view.hex(sep, n)


def attribute(dice, env, view):
    name = dice.of(ATTRIBUTES)
    return "." + name, lambda: getattr(view, name)


def plain(name, function):
    return lambda dice, env, view: (name, lambda: function(view))


def hashed(view):
    value = hash(view)
    return value == hash(view.tobytes())


def compare(dice, env, view):
    other = env.variable() if dice.below(2) else data_of(dice, env)
    return f"== {show(other)}", lambda: (view == other, view != other)


def order(dice, env, view):
    other = data_of(dice, env)
    return f"< {show(other)}", lambda: view < other


def contains(dice, env, view):
    try:
        value = item_for(dice, view.format)
    except ValueError:
        value = 1
    if dice.one_in(30):
        value = Acting("Acting(release)", view.release, 1)
    return f"contains {show(value)}", lambda: value in view


def unpack(dice, env, view):
    try:
        code = view.format
        text = f"{view.shape[0]}{code}"
    except Exception:
        text = "4B"
    return f"unpack {text!r}", lambda: struct.unpack(text, view)


def pack_into(dice, env, view):
    codes = [dice.of("bBhHiIqQfd?c") for _ in range(dice.between(0, 2))]
    text, at, values = dice.of("=<>") + "".join(codes), index(dice, 6), [item_for(dice, code) for code in codes]
    if values and dice.one_in(15):
        values[-1] = Acting("Acting(release)", view.release, 1)
    return f"pack_into({text!r}, {show(at)}, {show(values)})", lambda: struct.pack_into(text, view, at, *values)


def released_in_a_with(view):
    with view as same:
        inside = same is view
    return inside


def from_integers(view):
    return int.from_bytes(view, "little"), int.from_bytes(view, "big", signed=True)


OPERATIONS = [get] * 6 + [of_one_dimension(take)] * 3 + [put] * 8 + [cast] * 5 + [attribute] * 3 + [to_bytes, hexadecimal, compare, of_one_dimension(contains), order, unpack, pack_into, delete] * 2 + [
    plain(".tolist()", lambda v: v.tolist()),
    of_one_dimension(plain("list()", list)),
    of_one_dimension(plain("reversed", lambda v: list(reversed(v)))),
    plain("len", len),
    plain("bool", bool),
    plain("hash", hashed),
    plain(".toreadonly()", lambda v: v.toreadonly()),
    plain("memoryview()", memoryview),
    plain("bytes()", bytes),
    plain("bytearray()", bytearray),
    plain(".release()", lambda v: v.release()),
    plain("with", released_in_a_with),
    of_one_dimension(plain("sum", sum)),
    of_one_dimension(plain("sorted", lambda v: sorted(v, key=repr))),
    plain("from_bytes", from_integers),
    of_one_dimension(plain("tuple unpacking", lambda v: (lambda a, *b: (a, b))(*v))),
    of_one_dimension(plain("[:] = [:]", lambda v: v.__setitem__(slice(None), v[::-1]))),
]
