# An instance without any attributes refers to its class all the same: a cycle through it is found.
import gc
import weakref


class Empty:
    __slots__ = ()


Empty.instance = Empty()
reference = weakref.ref(Empty)
del Empty
gc.collect()
print(reference())  # expect: None
