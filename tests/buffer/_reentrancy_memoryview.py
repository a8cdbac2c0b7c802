# Operations that run user code, and what that code does meanwhile. play() prints what each pair gives and leaves.
from _hostile import Hostile, Lender

KEPT = []
ACTS = {"release": lambda v, b: v.release, "clear": lambda v, b: b.clear, "export": lambda v, b: lambda: KEPT.append(memoryview(v)), "both": lambda v, b: lambda: (v.release(), b.clear())}


class Separator(str):
    def __len__(self):
        self.do()
        return 1


def separator(h):
    text = Separator(":")
    text.do = h(0).convert
    return text


class Order(str):
    pass


def consume(view, h):
    result = []
    for x in view:
        result.append(x)
        h(0).convert()
    return result


OPERATIONS = {
    "get": lambda v, b, h, e: v[h(5)],
    "get slice": lambda v, b, h, e: v[h(1):h(6):h(2)].tolist(),
    "set key": lambda v, b, h, e: v.__setitem__(h(5), 65),
    "set value": lambda v, b, h, e: v.__setitem__(5, h(65)),
    "set slice": lambda v, b, h, e: v.__setitem__(slice(h(2), 4), b"12"),
    "set from an exporter": lambda v, b, h, e: v.__setitem__(slice(2, 4), e(b"12")),
    "set a step from an exporter": lambda v, b, h, e: v.__setitem__(slice(0, 4, 2), e(b"12")),
    "set from the start again": lambda v, b, h, e: v.__setitem__(slice(0, h(4)), v[4:]),
    "tuple key": lambda v, b, h, e: v.cast("B", (2, 4))[h(1), h(2)],
    "set tuple key": lambda v, b, h, e: v.cast("B", (2, 4)).__setitem__((h(1), 2), h(7)),
    "set tuple value": lambda v, b, h, e: v.cast("B", (2, 4)).__setitem__((1, 2), h(7)),
    "cast lengths": lambda v, b, h, e: v.cast("B", [h(2), 4]).tolist(),
    "hex separator": lambda v, b, h, e: v.hex(separator(h)),
    "hex group": lambda v, b, h, e: v.hex(":", h(2)),
    "equal": lambda v, b, h, e: v == e(b"abcdefgh"),
    "equal to a lender of itself": lambda v, b, h, e: v == e(b),
    "in": lambda v, b, h, e: h(1) in v,
    "iteration": lambda v, b, h, e: consume(v, h),
    "reversed": lambda v, b, h, e: consume(reversed(v), h),
    "bytes join": lambda v, b, h, e: b"-".join([v, e(b"1"), v]),
    "bytes join with a generator": lambda v, b, h, e: b"-".join(x for x in [v, h(0).convert() or v]),
    "bytearray from it": lambda v, b, h, e: bytearray(v) + e(b"x"),
    "pack_into at": lambda v, b, h, e: __import__("struct").pack_into("<H", v, h(2), 5),
    "pack_into value": lambda v, b, h, e: __import__("struct").pack_into("<HH", v, 2, 5, h(6)),
    "pack_into bool": lambda v, b, h, e: __import__("struct").pack_into("?", v, 2, h(1)),
    "pack_into float": lambda v, b, h, e: __import__("struct").pack_into("d", v, 0, h(1)),
    "unpack_from": lambda v, b, h, e: __import__("struct").unpack_from("<H", v, h(2)),
    "sorted": lambda v, b, h, e: sorted(v, key=lambda x: (h(0).convert(), -x)[1]),
    "sum": lambda v, b, h, e: sum(v, h(0)) if False else sum(v[i] for i in range(len(v)) if not h(0).convert()),
    "unpacking": lambda v, b, h, e: [*(x for x in consume(v, h))],
    "int.from_bytes": lambda v, b, h, e: int.from_bytes(v, "big", signed=h(1)),
    "from a class": lambda v, b, h, e: memoryview(e(b)).tobytes(),
    "find": lambda v, b, h, e: bytes(v).find(v, h(0)),
    "with": lambda v, b, h, e: with_block(v, h),
}


def with_block(view, h):
    with view as same:
        h(0).convert()
        return same[0]

# CPython 3.13 reads the memory after the release.
UNLIKE_CPYTHON = {(name, act) for name in ("hex separator", "equal", "equal to a lender of itself") for act in ("release", "both")}


def play(wanted):
    for name, operation in OPERATIONS.items():
        for act_name, act in ACTS.items():
            if not wanted(name, act_name):
                continue
            b = bytearray(b"abcdefgh")
            v = memoryview(b)
            once = [act(v, b)]

            def do():
                if once:
                    once.pop()()

            try:
                result = operation(v, b, lambda value: Hostile(do, value), lambda data: Lender(do, data))
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            print(name, "|", act_name, "|", result, "|", bytes(b))
            KEPT.clear()
            v.release()
            b.append(0)
