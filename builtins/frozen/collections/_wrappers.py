"""UserDict, UserList and UserString: classes to derive from, which keep their contents in an attribute, data. A part of collections."""
from collections.abc import MutableMapping, MutableSequence, Sequence

__name__ = 'collections'


def _data_of(value, wrapper):
    """What a wrapper wraps; any other value itself."""
    return value.data if isinstance(value, wrapper) else value


def _forward(cls, methods):
    """Gives a wrapper methods that its data has, as they are."""
    def method(name):
        def call(self, *args, **kwds):
            return getattr(self.data, name)(*args, **kwds)
        return call
    for name, signature in methods.items():
        _define(cls, name, method(name), signature)


def _define(cls, name, function, signature):
    function.__name__ = name
    function.__qualname__ = f'{cls.__name__}.{name}'
    function.__signature__ = signature
    setattr(cls, name, function)


def _clone(self):
    """A shallow copy of a wrapper: its attributes, and a copy of its data."""
    made = self.__class__.__new__(self.__class__)
    vars(made).update(vars(self))
    made.data = self.data.copy()
    return made


class UserDict(MutableMapping):
    __copy__ = _clone

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for source in dict, kwargs or None:
            if source is not None:
                self.update(source)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        data = self.data
        if key not in data:
            missing = getattr(self.__class__, '__missing__', None)
            if missing is None:
                raise KeyError(key)
            return missing(self, key)
        return data[key]

    def get(self, key, default=None):
        if key not in self:
            return default
        return self[key]

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __repr__(self):
        return repr(self.data)

    def _union(self, *parts):
        if not all(isinstance(part, (dict, UserDict)) for part in parts):
            return NotImplemented
        merged = {}
        for part in parts:
            merged |= _data_of(part, UserDict)
        return self.__class__(merged)

    def __or__(self, other):
        return self._union(self, other)

    def __ror__(self, other):
        return self._union(other, self)

    def __ior__(self, other):
        self.data |= _data_of(other, UserDict)
        return self

    def copy(self):
        return UserDict(self.data.copy()) if self.__class__ is UserDict else _clone(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        made.update((key, value) for key in iterable)
        return made


class UserList(MutableSequence):
    """A list that keeps its items in data."""
    __copy__ = _clone

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_data_of(initlist, UserList))

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        return self.data == _data_of(other, UserList)

    def __lt__(self, other):
        return self.data < _data_of(other, UserList)

    def __le__(self, other):
        return self.data <= _data_of(other, UserList)

    def __gt__(self, other):
        return self.data > _data_of(other, UserList)

    def __ge__(self, other):
        return self.data >= _data_of(other, UserList)

    def _items_of(self, other):
        items = _data_of(other, UserList)
        return items if isinstance(items, self.data.__class__) else list(items)

    def __add__(self, other):
        return self.__class__(self.data + self._items_of(other))

    def __radd__(self, other):
        return self.__class__(self._items_of(other) + self.data)

    def __iadd__(self, other):
        self.data += self._items_of(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def extend(self, other):
        self.data.extend(_data_of(other, UserList))

    def copy(self):
        return self.__class__(self)


_forward(UserList, {'remove': '(self, item)', 'clear': '(self)', 'count': '(self, item)', 'index': '(self, item, *args)', 'reverse': '(self)',
                    'sort': '(self, /, *args, **kwds)'})


class UserString(Sequence):
    def __init__(self, seq):
        self.data = seq.data if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return self.data,

    def __eq__(self, string):
        return self.data == _data_of(string, UserString)

    def __lt__(self, string):
        return self.data < _data_of(string, UserString)

    def __le__(self, string):
        return self.data <= _data_of(string, UserString)

    def __gt__(self, string):
        return self.data > _data_of(string, UserString)

    def __ge__(self, string):
        return self.data >= _data_of(string, UserString)

    def __contains__(self, char):
        return _data_of(char, UserString) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(_data_of(other, UserString)))

    def __radd__(self, other):
        return self.__class__(str(_data_of(other, UserString)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode(encoding or 'utf-8', errors or 'strict')

    maketrans = str.maketrans


def _forward_text(methods):
    """Gives UserString methods whose result is text, and becomes one of the class."""
    def method(name):
        def call(self, *args, **kwds):
            return self.__class__(getattr(self.data, name)(*[_data_of(arg, UserString) for arg in args], **kwds))
        return call
    for name, signature in methods.items():
        _define(UserString, name, method(name), signature)


def _forward_search(names):
    """Gives UserString methods that look for text, which a UserString may state."""
    def method(name):
        def call(self, sub, *limits):
            return getattr(self.data, name)(_data_of(sub, UserString), *limits)
        return call
    for name in names.split():
        _define(UserString, name, method(name), _RANGE % 'sub')


_RANGE = '(self, %s, start=0, end=9223372036854775807)'
_forward_text(dict.fromkeys('capitalize casefold lower swapcase title upper'.split(), '(self)')
              | dict.fromkeys('center ljust rjust'.split(), '(self, width, *args)')
              | dict.fromkeys('strip lstrip rstrip'.split(), '(self, chars=None)')
              | {'expandtabs': '(self, tabsize=8)', 'removeprefix': '(self, prefix, /)', 'removesuffix': '(self, suffix, /)', 'replace': '(self, old, new, maxsplit=-1)',
                 'translate': '(self, *args)', 'zfill': '(self, width)'})
_forward_search('count find rfind')
_forward(UserString, dict.fromkeys('isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper'.split(), '(self)')
         | dict.fromkeys('split rsplit'.split(), '(self, sep=None, maxsplit=-1)') | dict.fromkeys('partition rpartition'.split(), '(self, sep)')
         | {'index': _RANGE % 'sub', 'rindex': _RANGE % 'sub', 'startswith': _RANGE % 'prefix', 'endswith': _RANGE % 'suffix', 'format': '(self, /, *args, **kwds)',
            'format_map': '(self, mapping)', 'join': '(self, seq)', 'splitlines': '(self, keepends=False)'})
