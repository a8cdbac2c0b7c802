# Classes match sequence and mapping patterns when they derive from, or are registered with, the abstract collections.
import collections
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence


def kind(subject):
    match subject:
        case [*_]:
            return 'sequence'
        case {}:
            return 'mapping'
    return 'neither'


class Numbers(Sequence):
    def __getitem__(self, i):
        return (10, 20, 30)[i]

    def __len__(self):
        return 3


match Numbers():
    case [first, *_, last]:
        print(first, last)  # expect: 10 30


class Lookalike:
    __getitem__, __len__ = Numbers.__getitem__, Numbers.__len__


print(kind(Numbers()), kind(Lookalike()), kind(collections.UserList()), kind(collections.UserDict(a=1)), kind(collections.ChainMap()), kind(collections.UserString('a')))  # expect: sequence neither sequence mapping mapping sequence

match collections.UserDict({1: 2, 3: 4}):
    case {1: x, **rest}:
        print(x, rest)  # expect: 2 {3: 4}


class Child(Lookalike):
    pass


Sequence.register(Lookalike)
print(kind(Lookalike()), kind(Child()))  # expect: sequence sequence


@Mapping.register
class Registered:
    pass


print(kind(Registered()))  # expect: mapping


# The first of the bases that is a collection decides.
class A(dict, Sequence):
    pass


class B(Sequence, Mapping):
    def __getitem__(self, i):
        raise IndexError

    def __len__(self):
        return 0

    __iter__ = Sequence.__iter__


class C(collections.UserDict, list):
    pass


print(kind(A()), kind(B()), kind(C()))  # expect: mapping sequence mapping
print(kind('text'), kind(b'bytes'), kind({1}), kind(range(3)), kind(collections.deque()), kind(memoryview(b'')))  # expect: neither neither neither sequence sequence sequence
