# Objects whose conversions do something first. act is called once; every conversion then gives `value`.
class Hostile:
    def __init__(self, act, value=0):
        self.act, self.value = act, value

    def convert(self):
        act, self.act = self.act, None
        if act:
            act()
        return self.value

    def __index__(self):
        return self.convert()

    def __float__(self):
        return float(self.convert())

    def __bool__(self):
        return bool(self.convert())

    def __len__(self):
        return self.convert()

    def __iter__(self):
        yield 1
        self.convert()
        yield 2

    def __eq__(self, other):
        self.convert()
        return False

    def __lt__(self, other):
        self.convert()
        return False

    def __hash__(self):
        self.convert()
        return 1

    def __bytes__(self):
        self.convert()
        return b"bytes"

    def __repr__(self):
        self.convert()
        return "repr"


class Lender:
    """An exporter that does something when its memory is asked for, and when it is given back."""

    def __init__(self, act, data=b"a", at_end=None):
        self.act, self.data, self.at_end = act, data, at_end

    def __buffer__(self, flags):
        act, self.act = self.act, None
        if act:
            act()
        return memoryview(self.data)

    def __release_buffer__(self, view):
        at_end, self.at_end = self.at_end, None
        view.release()
        if at_end:
            at_end()


def attempt(name, action, *state):
    """Prints what the call gives or raises, and what is left of what it worked on."""
    try:
        result = action()
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    if isinstance(result, memoryview):
        result = result.tobytes()
    print(name, "|", result, *(f"| {x!r}" for x in state))
