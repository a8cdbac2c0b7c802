# A subclass of property keeps its doc in its __dict__ or a slot; where it has neither, a doc of the getter's is missed.
class Plain(property):
    pass


class WithSlot(property):
    __slots__ = '__doc__',


class Without(property):
    __slots__ = ()


def documented(self):
    "the getter's"


def silent(self):
    pass


for kind in Plain, WithSlot, Without:
    for arguments in (silent,), (documented,), (silent, None, None, 'given'):
        try:
            print(kind.__name__, kind(*arguments).__doc__)
        except AttributeError as error:
            print(kind.__name__, error)
# expect: Plain None
# expect: Plain the getter's
# expect: Plain given
# expect: WithSlot None
# expect: WithSlot the getter's
# expect: WithSlot given
# expect: Without None
# expect: Without 'Without' object attribute '__doc__' is read-only
# expect: Without None
