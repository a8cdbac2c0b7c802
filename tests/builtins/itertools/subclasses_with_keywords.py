# The constructors take no keywords, but leave those of a subclass's own __init__ alone.
from itertools import chain, count, cycle, dropwhile, filterfalse, islice, starmap, takewhile


def subclass(base, *arguments):
    class Derived(base):
        def __init__(self, *arguments, extra=None):
            self.extra = extra
    made = Derived(*arguments, extra='more')
    print(base.__name__, made.extra, [item for item, _ in zip(made, range(3))])
    try:
        base(*arguments, extra=1)
    except TypeError as error:
        print(error)


subclass(chain, 'ab', 'c')
# expect: chain more ['a', 'b', 'c']
# expect: chain() takes no keyword arguments
subclass(cycle, 'ab')
# expect: cycle more ['a', 'b', 'a']
# expect: cycle() takes no keyword arguments
subclass(dropwhile, bool, [1, 0, 2])
# expect: dropwhile more [0, 2]
# expect: dropwhile() takes no keyword arguments
subclass(takewhile, bool, [1, 0, 2])
# expect: takewhile more [1]
# expect: takewhile() takes no keyword arguments
subclass(filterfalse, None, [1, 0, 2])
# expect: filterfalse more [0]
# expect: filterfalse() takes no keyword arguments
subclass(starmap, pow, [(2, 3)])
# expect: starmap more [8]
# expect: starmap() takes no keyword arguments
subclass(islice, 'abcdef', 1, 5, 2)
# expect: islice more ['b', 'd']
# expect: islice() takes no keyword arguments


class List(list):
    def __new__(cls, *arguments, extra=None):
        made = super().__new__(cls)
        made.extra = extra
        return made


made = List('ab', extra=1)
print(made, made.extra)  # expect: ['a', 'b'] 1


class Other(list):
    def __init__(self, items, extra):
        super().__init__(items)
        self.extra = extra


made = Other('ab', extra=2)
print(made, made.extra)  # expect: ['a', 'b'] 2
try:
    list('ab', extra=1)
except TypeError as error:
    print(error)  # expect: list() takes no keyword arguments
