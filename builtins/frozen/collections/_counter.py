"""Counter. A part of collections."""
from _collections import _count_elements
from collections.abc import Mapping
from itertools import chain, repeat
from operator import itemgetter

__name__ = 'collections'
_count_of = itemgetter(1)


def _strict(name, weak):
    """The comparison that excludes equality from another one."""
    def compare(self, other):
        verdict = weak(self, other)
        return verdict if verdict is NotImplemented else verdict and not self == other
    return _named(name, compare)


def _operation(name, doc, combine):
    """An operation on two counters that keeps what is positive of combine(count, other count) for all elements of either."""
    def operate(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made, apply = Counter(), combine
        for element, mine in self.items():
            result = apply(mine, other[element])
            if result > 0:
                made[element] = result
        for element, others in other.items():
            if element not in self:
                result = apply(0, others)
                if result > 0:
                    made[element] = result
        return made
    operate.__doc__ = doc
    return _named(name, operate)


def _named(name, function):
    function.__name__ = name
    function.__qualname__ = f'Counter.{name}'
    return function


class Counter(dict):
    """A dict that counts: its keys are elements, its values how often there are.

    Made of an iterable's elements, of a mapping to counts, or of keywords. What is not in it counts zero.
    """

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        """What Counter()[key] gives."""
        return 0

    def total(self):
        """All counts added up."""
        return sum(self.values())

    def most_common(self, n=None):
        """Pairs of an element and its count, the largest counts first: all of them, or n."""
        if n == 1:
            return [max(self.items(), key=_count_of)] if self else []
        ranked = sorted(self.items(), reverse=True, key=_count_of)
        return ranked if n is None else ranked[:max(n, 0)]

    def elements(self):
        """An iterator over all elements, each as often as it was counted."""
        return chain.from_iterable(repeat(element, count) for element, count in self.items())

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Adds counts: those of a mapping and of keywords, or one for each element of an iterable."""
        if isinstance(iterable, Mapping):
            if self:
                for element, count in iterable.items():
                    self[element] = count + self.get(element, 0)
            else:
                dict.update(self, iterable)
        elif iterable is not None:
            _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts away, as update() adds them; they may become zero and less."""
        if isinstance(iterable, Mapping):
            for element, count in iterable.items():
                self[element] = self.get(element, 0) - count
        elif iterable is not None:
            for element in iterable:
                self[element] = self.get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A counter of the same class with the same counts."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        """Deletes a count, if there is one."""
        if elem in self:
            dict.__delitem__(self, elem)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return name + '()'
        try:
            counts = dict(self.most_common())
        except TypeError:  # they have no order
            counts = dict(self)
        return f'{name}({counts!r})'

    # Elements of either count; one that is missing counts zero.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        for element in chain(self, other):
            if self[element] != other[element]:
                return False
        return True

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        for element in chain(self, other):
            if not self[element] <= other[element]:
                return False
        return True

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        for element in chain(self, other):
            if not self[element] >= other[element]:
                return False
        return True

    __lt__ = _strict('__lt__', __le__)
    __gt__ = _strict('__gt__', __ge__)

    def __ne__(self, other):
        verdict = self.__eq__(other)
        return verdict if verdict is NotImplemented else not verdict

    __hash__ = None

    __add__ = _operation('__add__', 'The sums of counts.', lambda mine, others: mine + others)
    __sub__ = _operation('__sub__', 'The differences of counts.', lambda mine, others: mine - others)
    __or__ = _operation('__or__', 'The larger ones of counts.', lambda mine, others: others if mine < others else mine)
    __and__ = _operation('__and__', 'The smaller ones of counts.', lambda mine, others: mine if mine < others else others)

    def __pos__(self):
        """The counts that are positive."""
        return self + Counter()

    def __neg__(self):
        """The counts that are negative, with their sign changed."""
        return Counter() - self

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if self[element] < count:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()
