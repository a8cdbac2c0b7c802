# ClassVar and InitVar in annotations that are text; fields that show themselves; slots and weak references.
from __future__ import annotations

import dataclasses
import typing
import weakref
from dataclasses import InitVar, dataclass, field
from typing import ClassVar


Counter = ClassVar[int]


@dataclass
class A:
    a: ClassVar[int] = 1
    a2: Counter = 1
    b: typing.ClassVar = 2
    c: typing . ClassVar[str] = 3
    d: InitVar[int] = 4
    e: dataclasses.InitVar[int] = 5
    f: int = 6

    def __post_init__(self, d, e):
        print('init', d, e)


print(A(), [each.name for each in dataclasses.fields(A)])
# expect: init 4 5
# expect: A(f=6) ['f']


@dataclass
class Node:
    children: list = field(default_factory=list)


node = Node()
node.children.append(node)
print(node)  # expect: Node(children=[...])


@dataclass(slots=True, weakref_slot=True)
class Base:
    x: int = 1


@dataclass(slots=True, weakref_slot=True)
class Derived(Base):
    y: int = 2


class Plain:
    pass


@dataclass(slots=True, weakref_slot=True)
class FromPlain(Plain):
    z: int = 3


made = Derived()
reference = weakref.ref(made)
print(Base.__slots__, Derived.__slots__, FromPlain.__slots__, made.__weakref__ is reference, reference() is made)  # expect: ('x', '__weakref__') ('y',) ('z',) True True
