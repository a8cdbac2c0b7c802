# A loop that makes cycles and no list, tuple, set or dict by a display: the collector runs all the same.
import weakref


class Node:
    def __init__(self):
        self.me = self


class Plain:
    pass


first = Node()
reference = weakref.ref(first)
del first
for i in range(20000):
    Node()
print(reference())  # expect: None

plain = Plain()
plain.me = plain
reference = weakref.ref(plain)
del plain
for i in range(20000):
    other = Plain()
    other.me = other
print(reference())  # expect: None
