# Operations that run user code, and what that code does meanwhile. play() prints what each pair gives and leaves.
from _hostile import Hostile, Lender

ACTS = {"clear": lambda b: b.clear, "grow": lambda b: lambda: b.extend(bytes(100)), "export": lambda b: lambda: KEPT.append(memoryview(b)), "again": lambda b: lambda: b.__init__(b"xy")}
KEPT = []


def short(b):
    return bytes(b) if len(b) < 20 else len(b)


OPERATIONS = {
    "get": lambda b, h, e: b[h(5)],
    "get slice": lambda b, h, e: b[h(1):h(6):h(2)],
    "get slice stop": lambda b, h, e: b[: h(6)],
    "set key": lambda b, h, e: b.__setitem__(h(5), 65),
    "set value": lambda b, h, e: b.__setitem__(5, h(65)),
    "set slice start": lambda b, h, e: b.__setitem__(slice(h(2), 4), b"12345"),
    "set slice step": lambda b, h, e: b.__setitem__(slice(0, 6, h(2)), b"123"),
    "set slice from items": lambda b, h, e: b.__setitem__(slice(2, 4), [h(1), 2]),
    "set slice from iterable": lambda b, h, e: b.__setitem__(slice(2, 4), (h(i) for i in (1, 2))),
    "set step from items": lambda b, h, e: b.__setitem__(slice(0, 6, 3), [h(1), 2]),
    "del item": lambda b, h, e: b.__delitem__(h(5)),
    "del slice": lambda b, h, e: b.__delitem__(slice(h(1), 4)),
    "del step": lambda b, h, e: b.__delitem__(slice(0, h(6), 2)),
    "append": lambda b, h, e: b.append(h(65)),
    "insert where": lambda b, h, e: b.insert(h(5), 65),
    "insert what": lambda b, h, e: b.insert(5, h(65)),
    "pop": lambda b, h, e: b.pop(h(5)),
    "remove": lambda b, h, e: b.remove(h(97)),
    "extend with items": lambda b, h, e: b.extend([h(65), 66]),
    "extend with a generator": lambda b, h, e: b.extend(h(i) for i in (65, 66)),
    "extend with a length hint": lambda b, h, e: b.extend(WithHint(h(2))),
    "in with a number": lambda b, h, e: h(97) in b,
    "imul": lambda b, h, e: b.__imul__(h(2)),
    "mul": lambda b, h, e: b * h(2),
    "rmul": lambda b, h, e: h(2) * b,
    "find from": lambda b, h, e: b.find(b"d", h(1)),
    "find to": lambda b, h, e: b.find(b"d", 1, h(9)),
    "find a number": lambda b, h, e: b.find(h(100)),
    "rfind from": lambda b, h, e: b.rfind(b"d", h(1)),
    "index": lambda b, h, e: b.index(b"d", h(1)),
    "rindex": lambda b, h, e: b.rindex(b"d", h(1)),
    "count": lambda b, h, e: b.count(b"d", h(1)),
    "startswith": lambda b, h, e: b.startswith(b"a", h(0)),
    "endswith": lambda b, h, e: b.endswith(b"h", 0, h(8)),
    "split most": lambda b, h, e: b.split(b"d", h(1)),
    "split blanks most": lambda b, h, e: b.split(None, h(1)),
    "rsplit most": lambda b, h, e: b.rsplit(b"d", h(1)),
    "replace count": lambda b, h, e: b.replace(b"d", b"DD", h(1)),
    "ljust": lambda b, h, e: b.ljust(h(12), b"*"),
    "rjust": lambda b, h, e: b.rjust(h(12), b"*"),
    "center": lambda b, h, e: b.center(h(12), b"*"),
    "zfill": lambda b, h, e: b.zfill(h(12)),
    "expandtabs": lambda b, h, e: b.expandtabs(h(4)),
    "join with a generator": lambda b, h, e: b.join(bytes([h(65)]) for _ in (1, 2)),
    "hex group": lambda b, h, e: b.hex(":", h(2)),
    "reduce": lambda b, h, e: b.__reduce_ex__(h(2)),
    "sorted": lambda b, h, e: sorted(b, key=lambda x: h(1).convert()),
    "iteration": lambda b, h, e: [h(x).convert() for x in b],
    "reversed": lambda b, h, e: [h(x).convert() for x in reversed(b)],
    "init from items": lambda b, h, e: b.__init__([h(1), 2]),
    "init of a size": lambda b, h, e: b.__init__(h(3)),
    "percent d": lambda b, h, e: b % h(3) if b"%" in b else (b.__init__(b"%d%d"), b % (1, h(3)))[1],
    # exporters
    "in": lambda b, h, e: e(b"cd") in b,
    "add": lambda b, h, e: b + e(b"cd"),
    "radd": lambda b, h, e: b"12" + e(b"cd"),
    "iadd": lambda b, h, e: b.__iadd__(e(b"cd")),
    "extend": lambda b, h, e: b.extend(e(b"cd")) if hasattr(e, "__iter__") else b.__iadd__(e(b"cd")),
    "set slice": lambda b, h, e: b.__setitem__(slice(2, 4), e(b"12345")),
    "set step": lambda b, h, e: b.__setitem__(slice(0, 6, 2), e(b"123")),
    "equal": lambda b, h, e: b == e(b"abcdefgh"),
    "less": lambda b, h, e: b < e(b"abcdefgh"),
    "find": lambda b, h, e: b.find(e(b"d")),
    "rfind": lambda b, h, e: b.rfind(e(b"d")),
    "count of an exporter": lambda b, h, e: b.count(e(b"d")),
    "starts": lambda b, h, e: b.startswith(e(b"a")),
    "starts with one of": lambda b, h, e: b.startswith((b"x", e(b"y"), b"abc")),
    "ends": lambda b, h, e: b.endswith(e(b"h")),
    "removeprefix": lambda b, h, e: b.removeprefix(e(b"a")),
    "removesuffix": lambda b, h, e: b.removesuffix(e(b"h")),
    "split": lambda b, h, e: b.split(e(b"d")),
    "rsplit": lambda b, h, e: b.rsplit(e(b"d")),
    "partition": lambda b, h, e: b.partition(e(b"d")),
    "rpartition": lambda b, h, e: b.rpartition(e(b"d")),
    "strip": lambda b, h, e: b.strip(e(b"ah")),
    "lstrip": lambda b, h, e: b.lstrip(e(b"ah")),
    "rstrip": lambda b, h, e: b.rstrip(e(b"ah")),
    "replace": lambda b, h, e: b.replace(e(b"d"), b"DD"),
    "replace with": lambda b, h, e: b.replace(b"d", e(b"DD")),
    "translate": lambda b, h, e: b.translate(e(bytes(range(255, -1, -1)))),
    "translate deleting": lambda b, h, e: b.translate(None, e(b"ad")),
    "join": lambda b, h, e: b.join([b"1", e(b"2"), b"3"]),
    "init from an exporter": lambda b, h, e: b.__init__(e(b"new")),
    "maketrans": lambda b, h, e: bytearray.maketrans(b, e(b"ABCDEFGH")) == bytes.maketrans(b"abcdefgh", b"ABCDEFGH"),
}


class WithHint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([65, 66])

    def __length_hint__(self):
        return self.hint.convert()

# What CPython 3.13 does with memory that is gone, or with a length from before.
UNLIKE_CPYTHON = {(name, act) for name in ("split", "rsplit") for act in ("clear", "grow", "again")}
UNLIKE_CPYTHON |= {(name, "grow") for name in ("in with a number", "find a number", "in", "find", "rfind", "count of an exporter", "starts", "starts with one of")}
UNLIKE_CPYTHON |= {("extend with a length hint", act) for act in ACTS}  # nobody asks for the hint


def play(wanted):
    for name, operation in OPERATIONS.items():
        for act_name, act in ACTS.items():
            if not wanted(name, act_name):
                continue
            b = bytearray(b"abcdefgh")
            once = [act(b)]

            def do():
                if once:
                    once.pop()()

            try:
                result = operation(b, lambda value: Hostile(do, value), lambda data: Lender(do, data))
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            text = str(result)
            print(name, "|", act_name, "|", text if len(text) < 100 else len(text), "|", short(b))
            KEPT.clear()
            b.append(0)
