"""What is done with streams and mapped memory."""
from _arguments import a_slice, bound, data_of, index, part, wrong
from _sequences import call
from _show import show


def target(dice, env):
    return env.variable() if dice.one_in(4) else dice.of([bytearray(dice.below(8)), memoryview(bytearray(6))[1:], memoryview(bytearray(8)).cast("I"), memoryview(bytearray(8))[::2], b"ro", wrong(dice)])


def position(dice):
    return dice.of([0, 1, 3, 5, 10, 20, -1, 40]) if dice.below(8) else wrong(dice)


def into(dice, env, x):
    where = target(dice, env)
    name = dice.of(["readinto", "readinto1"])
    return f".{name}({show(where)})", lambda x: (getattr(x, name)(where), show(where))


def read(dice, env, x):
    return call(dice.of(["read", "read", "read1", "readline", "readlines"]), *[dice.of([-1, None, 0, 1, 3, 100, position(dice)])][: dice.below(2)])


def write(dice, env, x):
    data = data_of(dice, env) if dice.below(8) else wrong(dice)
    return call("writelines", [data, b"+"]) if dice.one_in(6) else call("write", data)


def seek(dice, env, x):
    return call("seek", position(dice), *[dice.of([0, 1, 2, 0, 5, -1, "a", None])][: dice.below(2)])


def truncate(dice, env, x):
    return call("truncate", *[position(dice)][: dice.below(2)])


def plain(name, *arguments):
    return lambda dice, env, x: call(name, *arguments)


def iterate(dice, env, x):
    return "list", list


def close(dice, env, x):
    return call("close") if dice.one_in(6) else call("tell")


OF_BYTES_IO = [read] * 4 + [write] * 5 + [seek] * 4 + [into] * 3 + [truncate] * 2 + [plain("getbuffer")] * 2 + [iterate, close] + [plain(name) for name in ("getvalue", "tell", "readable", "flush", "isatty", "__getstate__")]


# ---- mmap
def map_get(dice, env, x):
    k = a_slice(dice, 16) if dice.below(2) else index(dice, 16)
    return f"[{show(k)}]", lambda x: x[k]


def map_put(dice, env, x):
    if dice.below(2):
        k, value = index(dice, 16), dice.byte() if dice.below(5) else wrong(dice)
    else:
        k, value = a_slice(dice, 16), data_of(dice, env)
        if value is x:
            value = b"itself"  # COMPATIBILITY.md, "Memory safety"
        try:
            if dice.below(4):
                value = bytes(range(len(range(*k.indices(16)))))
        except Exception:
            pass
    return f"[{show(k)}] = {show(value)}", lambda x: x.__setitem__(k, value)


def map_search(dice, env, x):
    what = data_of(dice, env, 2) if dice.below(8) else wrong(dice)
    return call(dice.of(["find", "rfind"]), what, *[dice.between(-3, 18) for _ in range(dice.below(3))])


def map_move(dice, env, x):
    return call("move", *[dice.between(-1, 17) if dice.below(10) else wrong(dice) for _ in range(3)])


def map_read(dice, env, x):
    name = dice.of(["read", "readline", "read_byte", "tell"])
    return call(name, *([dice.of([None, 0, 3, 100, -1])] if name == "read" and dice.below(2) else []))


def map_write(dice, env, x):
    return call("write", data_of(dice, env)) if dice.below(2) else call("write_byte", dice.byte() if dice.below(4) else dice.of([256, -1, "a", None]))


def map_contains(dice, env, x):
    what = dice.byte() if dice.below(2) else b"a"
    return f"contains {show(what)}", lambda x: what in x


OF_MMAP = [map_get] * 4 + [map_put] * 4 + [map_search] * 2 + [map_move, map_read, map_read, map_write, map_write, seek, map_contains] + [
    lambda dice, env, x: ("len", len), lambda dice, env, x: ("memoryview", memoryview), lambda dice, env, x: ("bytes", bytes), lambda dice, env, x: call("close") if dice.one_in(5) else ("closed", lambda x: x.closed)]
