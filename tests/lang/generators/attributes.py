def g():
    x = 5
    yield x


it = g()
print(it.__name__, it.__qualname__, it.gi_running, it.gi_frame is not None, it.gi_yieldfrom)  # expect: g g False True None
next(it)
print(it.gi_frame.f_locals)  # expect: {'x': 5}
list(it)
print(it.gi_frame, it.gi_code.co_name)  # expect: None g
print(repr(g()).startswith('<generator object g at 0x'))  # expect: True


class C:
    def m(self):
        yield


print(C().m().__qualname__, repr(x for x in []).startswith('<generator object <genexpr> at 0x'))  # expect: C.m True
