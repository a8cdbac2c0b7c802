"""ChainMap. A part of collections."""
from collections.abc import Mapping, MutableMapping
from reprlib import recursive_repr

__name__ = 'collections'
_NOT_FOUND = 'not found in the first mapping'


class ChainMap(MutableMapping):
    """Several mappings as one: a key is looked for in one after the other, changes go to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]  # asked for, not looked for: a defaultdict answers to any key
            except KeyError:
                continue
        return self.__missing__(key)

    def get(self, key, default=None):
        if key in self:
            return self[key]
        return default

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    def __bool__(self):
        return any(self.maps)

    def _order(self):
        """All keys as the last mapping orders them, then what each one before adds."""
        keys = {}
        for mapping in self.maps[::-1]:
            keys |= dict.fromkeys(mapping)
        return keys

    def __iter__(self):
        return iter(self._order())

    def __len__(self):
        return len(set().union(*self.maps))

    @recursive_repr()
    def __repr__(self):
        shown = ', '.join([repr(mapping) for mapping in self.maps])
        return f'{self.__class__.__name__}({shown})'

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """A chain of one dict, which has the keys of an iterable, all with one value."""
        first = dict.fromkeys(iterable, value)
        return cls(first)

    def copy(self):
        """A chain with a copy of the first mapping and the others themselves."""
        first, *others = self.maps
        return self.__class__(first.copy(), *others)

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A chain that begins with a further mapping, a new dict if none is given; keywords are entered in it."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        """A chain without the first mapping."""
        _, *others = self.maps
        return self.__class__(*others)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f'Key {_NOT_FOUND}: {key!r}')

    def pop(self, key, *args):
        """Takes a key out of the first mapping and gives its value."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f'Key {_NOT_FOUND}: {key!r}')

    def popitem(self):
        """Takes an item out of the first mapping."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def clear(self):
        """Empties the first mapping."""
        self.maps[0].clear()

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        merged = dict(other)
        for mapping in self.maps[::-1]:
            merged.update(mapping)
        return self.__class__(merged)

    def __ior__(self, other):
        self.maps[0].update(other)
        return self
