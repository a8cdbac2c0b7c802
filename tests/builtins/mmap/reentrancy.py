# differs: CPython goes on with the length from before the conversion (COMPATIBILITY.md#memory-safety)
# Arguments whose conversion closes, resizes or exports the map.
import mmap


class Index:
    def __init__(self, action, value=0):
        self.action, self.value = action, value

    def __index__(self):
        try:
            self.action()
        except Exception as error:
            print("inside:", error)
        return self.value


class Exporter:
    def __init__(self, action):
        self.action = action

    def __buffer__(self, flags):
        self.action()
        return memoryview(b"abc")


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


for name, make in [("close", lambda m: m.close), ("shrink", lambda m: lambda: m.resize(2))]:
    for call in (
        lambda m, i: m[i(5)],
        lambda m, i: m[i(0):i(10)],
        lambda m, i: m[::i(3)],
        lambda m, i: m.__setitem__(i(5), 1),
        lambda m, i: m.__setitem__(5, i(5)),
        lambda m, i: m.__setitem__(slice(i(2), 5), b"abc"),
        lambda m, i: m.__setitem__(slice(0, 3), Exporter(i(0).action)),
        lambda m, i: m.read(i(10)),
        lambda m, i: m.find(b"\0", i(5), 9),
        lambda m, i: m.rfind(b"\0", 1, i(9)),
        lambda m, i: m.find(Exporter(i(0).action)),
        lambda m, i: m.write(Exporter(i(0).action)),
        lambda m, i: m.write_byte(i(5)),
        lambda m, i: m.seek(i(5)),
        lambda m, i: m.move(i(0), 1, 5),
        lambda m, i: m.flush(i(0), 10),
        lambda m, i: m.madvise(0, i(0), 10),
        lambda m, i: m.resize(i(20)),
    ):
        m = mmap.mmap(-1, 10)
        print(name, end=" ")
        attempt(call, m, lambda value: Index(make(m), value))
