"""repr() with limits: for what may be long, deep or endless."""
import builtins
from itertools import islice

__all__ = ['Repr', 'repr', 'recursive_repr']


def recursive_repr(fillvalue='...'):
    """Decorator of a __repr__() method: inside itself, for the same object, it gives the fill value."""
    def decorate(method):
        active = set()

        def shown(self):
            identity = id(self)
            if identity in active:
                return fillvalue
            active.add(identity)
            try:
                return method(self)
            finally:
                active.discard(identity)
        for name in '__module__', '__doc__', '__name__', '__qualname__':
            setattr(shown, name, getattr(method, name))
        shown.__wrapped__, shown.__type_params__ = method, getattr(method, '__type_params__', ())
        return shown
    return decorate


def _in_order(items):
    """A list of items, sorted where they can be."""
    try:
        return sorted(items)
    except Exception:
        return list(items)


def _container(left, right, limit, *, last_comma=False, empty=None, ordered=False):
    """The method of Repr for a kind of containers: brackets, the name of its limit, what stands behind a single item, and for an empty one."""
    def shown(self, x, level):
        if empty is not None and not x:
            return empty
        return self._repr_iterable(_in_order(x) if ordered else x, level, left, right, getattr(self, limit), ',' if last_comma else '')
    return shown


class Repr:
    """The limits, as attributes, and a method for each type of object: subclasses may bring more of both, named repr_ and the type's name."""

    # Where the types come from that the methods are meant for: another class may have the same name.
    _lookup = dict.fromkeys(('tuple', 'list', 'set', 'frozenset', 'dict', 'str', 'int'), 'builtins') | {'array': 'array', 'deque': 'collections'}

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6, maxstring=30, maxlong=40, maxother=30,
                 fillvalue='...', indent=None):
        self.maxlevel, self.fillvalue, self.indent = maxlevel, fillvalue, indent
        self.maxtuple, self.maxlist, self.maxarray, self.maxdeque = maxtuple, maxlist, maxarray, maxdeque
        self.maxdict, self.maxset, self.maxfrozenset = maxdict, maxset, maxfrozenset
        self.maxstring, self.maxlong, self.maxother = maxstring, maxlong, maxother

    def repr(self, x):
        """The text for an object."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The text for an object in which `level` more containers may be opened."""
        kind = type(x)
        name = kind.__name__.replace(' ', '_')
        shown = getattr(self, f'repr_{name}', None)
        if shown is None or self._lookup.get(name, kind.__module__) != kind.__module__:
            shown = self.repr_instance
        return shown(x, level)

    def _join(self, pieces, level):
        indent = self.indent
        if indent is None:
            return ', '.join(pieces)
        if not pieces:
            return ''
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f'Repr.indent cannot be negative int (was {indent!r})')
            indent = ' ' * indent
        try:
            line_end = ',\n' + indent * (self.maxlevel - level + 1)
        except TypeError as cause:
            raise TypeError(f'Repr.indent must be a str, int or None, not {type(indent)}') from cause
        lines = line_end.join(['', *pieces, ''])[1:]
        return lines[:-len(indent)] if indent else lines

    def _repr_iterable(self, x, level, left, right, maxiter, trail=''):
        count = len(x)
        if count and level <= 0:
            return left + self.fillvalue + right
        pieces = [self.repr1(item, level - 1) for item in islice(x, maxiter)]
        if maxiter < count:
            pieces += self.fillvalue,
        if count != 1 or self.indent is not None:
            trail = ''
        return f'{left}{self._join(pieces, level)}{trail}{right}'

    repr_tuple = _container('(', ')', 'maxtuple', last_comma=True)
    repr_list = _container('[', ']', 'maxlist')
    repr_deque = _container('deque([', '])', 'maxdeque')
    repr_set = _container('{', '}', 'maxset', empty='set()', ordered=True)
    repr_frozenset = _container('frozenset({', '})', 'maxfrozenset', empty='frozenset()', ordered=True)

    def repr_array(self, x, level):
        start = f"array('{x.typecode}'"
        return self._repr_iterable(x, level, start + ', [', '])', self.maxarray) if x else start + ')'

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return f'{{{self.fillvalue}}}'
        most = self.maxdict
        pieces = [f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}' for key in islice(_in_order(x), most)]
        if most < len(x):
            pieces += self.fillvalue,
        return f'{{{self._join(pieces, level)}}}'

    def _ends_of(self, text, room, between):
        """The start and the end of a text, `room` characters of it."""
        start = max(0, room // 2)
        end = max(0, room - start)
        return text[:start] + between + text[len(text) - end:]

    def _shortened(self, text, most):
        return text if len(text) <= most else self._ends_of(text, most - len(self.fillvalue), self.fillvalue)

    def repr_str(self, x, level):
        most = self.maxstring
        text = builtins.repr(x[:most])
        if len(text) <= most:
            return text
        # Both ends of the string itself first: a long one is not written out as a whole.
        room = most - 3
        return self._ends_of(builtins.repr(self._ends_of(x, room, '')), room, self.fillvalue)

    def repr_int(self, x, level):
        return self._shortened(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            return self._shortened(builtins.repr(x), self.maxother)
        except Exception:
            return f'<{x.__class__.__name__} instance at {id(x):#x}>'


aRepr = Repr()
repr = aRepr.repr
