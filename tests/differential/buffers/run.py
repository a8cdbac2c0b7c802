"""Plays the sequences FIRST to LAST and prints what every operation gave: run.py FIRST LAST STEPS VERSION. tests/differential/compare_buffers.py compares what two interpreters print."""
import array
import io
import mmap
import struct
import sys
import warnings

sys.path.insert(0, __file__.rpartition("/")[0] or ".")

import _modules
import _sequences
import _streams
import _views
from _arguments import FORMATS_OF_ITEMS, SubByteArray, SubBytes
from _dice import Dice
from _show import outcome, show

MOST_VARIABLES = 7


def new_map(data):
    m = mmap.mmap(-1, 16)
    m[: min(16, len(data))] = data[:16]
    return m


def new_array(dice):
    code = dice.of("bBhHiIlLqQfdu")
    if code == "u":
        return array.array("u", "a\u20acb"[: dice.below(4)])
    return array.array(code, [dice.below(100) for _ in range(dice.below(7))])


class Environment:
    """The objects of one sequence, by name, and what has happened to them."""

    def __init__(self, seed):
        self.dice = Dice(seed)
        self.names, self.objects = [], []

    def create(self):
        dice = self.dice
        kind = dice.below(16)
        if kind < 2:
            self.keep("b", dice.data())
        elif kind < 6:
            self.keep("a", bytearray(dice.data()))
        elif kind < 9:
            data = bytearray(dice.data(24))
            view = memoryview(data if dice.below(3) else bytes(data))
            if dice.below(2):
                code = dice.of(FORMATS_OF_ITEMS)
                view = view[: len(view) - len(view) % struct.calcsize(code)].cast(code)
            self.keep("v", view)
        elif kind < 11:
            rows = dice.of([(2, 3), (3, 4), (2, 2, 2), (4, 1), (1, 5), (2, 0), ()])
            count = 1
            for n in rows:
                count *= n
            code = dice.of("BHdcq")
            self.keep("v", memoryview(bytearray(range(count * struct.calcsize(code)))).cast(code, rows) if count else memoryview(bytearray()))
        elif kind < 13:
            self.keep("r", new_array(dice))
        elif kind == 13:
            self.keep("s", io.BytesIO(dice.data(24)))
        elif kind == 14:
            self.keep("m", new_map(dice.data()))
        else:
            self.keep("c", dice.of([SubBytes, SubByteArray])(dice.data()))

    def keep(self, letter, value):
        if len(self.names) < MOST_VARIABLES:
            self.names.append(f"{letter}{len(self.names)}")
            self.objects.append(value)
        else:
            at = self.dice.below(MOST_VARIABLES)
            self.names[at] = f"{letter}{at}"
            self.objects[at] = value

    def variable(self):
        return self.dice.of(self.objects)

    def step(self):
        dice = self.dice
        if dice.below(5) == 0:
            text, action = dice.of(_modules.OPERATIONS)(dice, self)
            result, value = outcome(action)
            print(text, "->", result)
        else:
            at = dice.below(len(self.names))
            name, x = self.names[at], self.objects[at]
            if isinstance(x, memoryview):
                text, action = dice.of(_views.OPERATIONS)(dice, self, x)
                result, value = outcome(action)
            else:
                try:
                    text, act = dice.of(operations_of(x))(dice, self, x)
                except (ValueError, BufferError) as error:  # a closed map or stream has no length
                    text, act = f"{type(error).__name__} {error}", bool
                result, value = outcome(lambda: act(x))
            print(name, text, "->", result, "" if isinstance(x, bytes) else show(x))
        if isinstance(value, (memoryview, bytearray, array.array)) and not any(value is x for x in self.objects) and dice.below(3) == 0:
            self.keep("v" if isinstance(value, memoryview) else "a" if isinstance(value, bytearray) else "r", value)
        elif dice.one_in(12):
            self.create()


def operations_of(x):
    if isinstance(x, bytes):
        return _sequences.OF_BYTES
    if isinstance(x, bytearray):
        return _sequences.OF_BYTEARRAY
    if isinstance(x, array.array):
        return _sequences.OF_ARRAY
    return _streams.OF_MMAP if isinstance(x, mmap.mmap) else _streams.OF_BYTES_IO


def play(seed, steps):
    print("sequence", seed)
    env = Environment(seed)
    for _ in range(2 + env.dice.below(3)):
        env.create()
    for _ in range(steps):
        env.step()
    for name, value in zip(env.names, env.objects):
        print(name, show(value))


def main():
    warnings.simplefilter("ignore")
    first, last, steps = map(int, sys.argv[1:4])
    if sys.argv[4] in ("3.10", "3.11"):  # the oracle cannot cast to halves yet
        FORMATS_OF_ITEMS.remove("e")
    for seed in range(first, last):
        play(seed, steps)


main()
