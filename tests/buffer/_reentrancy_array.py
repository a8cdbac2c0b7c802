# Operations that run user code, and what that code does meanwhile. play() prints what each pair gives and leaves.
import io
from array import array

from _hostile import Hostile, Lender

KEPT = []
ACTS = {"clear": lambda a: lambda: a.__delitem__(slice(None)), "grow": lambda a: lambda: a.extend([9] * 50), "export": lambda a: lambda: KEPT.append(memoryview(a))}


class Reader:
    def __init__(self, do, data):
        self.do, self.data = do, data

    def read(self, n):
        self.do()
        return self.data


class Writer:
    def __init__(self, do):
        self.do, self.got = do, []

    def write(self, data):
        self.do()
        self.got.append(bytes(data)[:4])


def items(h, *values):
    for v in values:
        h(0).convert()
        yield v


OPERATIONS = {
    "get": lambda a, h, e, do: a[h(5)],
    "get slice": lambda a, h, e, do: a[h(1):h(6):h(2)],
    "set key": lambda a, h, e, do: a.__setitem__(h(5), 65),
    "set value": lambda a, h, e, do: a.__setitem__(5, h(65)),
    "set slice": lambda a, h, e, do: a.__setitem__(slice(h(2), 4), array("i", [1, 2, 3])),
    "set step": lambda a, h, e, do: a.__setitem__(slice(0, 6, h(2)), array("i", [1, 2, 3])),
    "del": lambda a, h, e, do: a.__delitem__(h(5)),
    "del slice": lambda a, h, e, do: a.__delitem__(slice(h(1), 4)),
    "append": lambda a, h, e, do: a.append(h(65)),
    "insert where": lambda a, h, e, do: a.insert(h(5), 65),
    "insert what": lambda a, h, e, do: a.insert(5, h(65)),
    "pop": lambda a, h, e, do: a.pop(h(5)),
    "remove": lambda a, h, e, do: a.remove(h(1)),
    "count": lambda a, h, e, do: a.count(h(1)),
    "index": lambda a, h, e, do: a.index(h(1)),
    "index from": lambda a, h, e, do: a.index(3, h(1)),
    "index to": lambda a, h, e, do: a.index(3, 0, h(5)),
    "in": lambda a, h, e, do: h(1) in a,
    "extend with items": lambda a, h, e, do: a.extend([h(65), 66]),
    "extend with a generator": lambda a, h, e, do: a.extend(items(h, 7, 8)),
    "fromlist": lambda a, h, e, do: a.fromlist([h(65), 66]),
    "frombytes": lambda a, h, e, do: a.frombytes(e(b"12345678")),
    "fromfile": lambda a, h, e, do: a.fromfile(Reader(do, b"1234"), 1),
    "fromfile count": lambda a, h, e, do: a.fromfile(io.BytesIO(b"12345678"), h(2)),
    "fromfile short": lambda a, h, e, do: a.fromfile(Reader(do, b"1234"), 2),
    "tofile": lambda a, h, e, do: (w := Writer(do), a.tofile(w), w.got)[2],
    "imul": lambda a, h, e, do: a.__imul__(h(2)),
    "mul": lambda a, h, e, do: len(a * h(2)),
    "iteration": lambda a, h, e, do: [(h(0).convert(), x)[1] for x in a][:10],
    "array of items": lambda a, h, e, do: array("i", [h(3), *a]),
    "init from a generator": lambda a, h, e, do: array("i", items(h, *a)),
    "reduce": lambda a, h, e, do: a.__reduce_ex__(h(2))[1],
    "pack_into": lambda a, h, e, do: __import__("struct").pack_into("<ii", a, 4, 5, h(6)),
    "equal": lambda a, h, e, do: a == h(0),
    "sorted": lambda a, h, e, do: sorted(a, key=lambda x: (h(0).convert(), -x)[1])[:10],
}

# CPython 3.13 goes on with the length from before the conversion.
UNLIKE_CPYTHON = {(name, act) for name in ("append", "insert what", "extend with items", "fromlist") for act in ("clear", "grow")}
UNLIKE_CPYTHON |= {("set value", "clear"), ("fromlist", "export")}


def play(wanted):
    for name, operation in OPERATIONS.items():
        for act_name, act in ACTS.items():
            if not wanted(name, act_name):
                continue
            a = array("i", range(8))
            once = [act(a)]

            def do():
                if once:
                    once.pop()()

            try:
                result = operation(a, lambda value: Hostile(do, value), lambda data: Lender(do, data), do)
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            text = str(result)
            print(name, "|", act_name, "|", text if len(text) < 120 else len(text), "|", a.tolist() if len(a) < 20 else len(a))
            KEPT.clear()
            a.append(0)
