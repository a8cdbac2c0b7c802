"""Containers beyond list, tuple, dict and set: named tuples, queues with two ends, counters, chains of mappings, classes to derive from."""
import sys as _sys
from _collections import OrderedDict, _tuplegetter, defaultdict, deque
from keyword import iskeyword as _iskeyword

from collections import abc as _abc
from collections._chain_map import ChainMap
from collections._counter import Counter
from collections._wrappers import UserDict, UserList, UserString

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple']

_abc.MutableSequence.register(deque)
_new_tuple = tuple.__new__


def _replaced(names):
    """Names of fields with _0, _1 … in place of those that cannot be."""
    return [f'_{place}' if name.startswith('_') or name in names[:place] or _iskeyword(name) or not name.isidentifier() else name
            for place, name in enumerate(names)]


def _check_names(typename, fields, rename):
    """TypeError or ValueError: a name that a class or a field cannot have."""
    for name in typename, *fields:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if _iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    for place, name in enumerate(fields):
        if name[0] == '_' and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in fields[:place]:
            raise ValueError('Encountered duplicate field name: %r' % name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Makes a subclass of tuple whose items are attributes as well.

    The names of the fields are a text (separated by commas or spaces) or an iterable of texts; defaults belong to the last ones.

        Point = namedtuple('Point', 'x y', defaults=[0])
        Point(3).y == Point(3, 0)[1] == 0
    """
    typename = _sys.intern(str(typename))
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [str(name) for name in field_names]
    if rename:
        fields = _replaced(fields)
    _check_names(typename, fields, rename)
    fields = tuple(map(_sys.intern, fields))
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(fields):
        raise TypeError('Got more default values than field names')
    parameters = ', '.join(fields)
    namespace = {'__doc__': f'{typename}({parameters})', '__slots__': (), '_fields': fields, '__match_args__': fields,
                 '_field_defaults': dict(zip(fields[len(fields) - len(defaults):], defaults))}
    for function in _functions_of(typename, fields, parameters, defaults):
        name = function.__name__
        function.__qualname__ = f'{typename}.{name}'
        namespace[name] = function
    namespace['_make'] = classmethod(namespace['_make'])
    namespace['__replace__'] = namespace['_replace']
    for place, name in enumerate(fields):
        namespace[name] = _tuplegetter(place, _sys.intern(f'Alias for field number {place}'))
    made = type(typename, (tuple,), namespace)
    made.__module__ = (_sys._getframemodulename(1) or '__main__') if module is None else module
    return made


def _functions_of(typename, fields, parameters, defaults):
    """The methods of a named tuple's class. Its __new__ is made of text, so that arguments are bound as those of any function."""
    count = len(fields)
    pattern = '(%s)' % ', '.join(f'{name}=%r' for name in fields)

    source = f'lambda _cls, {parameters}: _tuple_new(_cls, ({parameters},))' if fields else 'lambda _cls: _tuple_new(_cls, ())'
    __new__ = eval(source, {'__builtins__': {}, '__name__': f'namedtuple_{typename}', '_tuple_new': _new_tuple})
    __new__.__name__ = '__new__'
    __new__.__doc__ = f'Create new instance of {typename}({parameters})'
    __new__.__defaults__ = defaults or None

    def _make(cls, iterable):
        made = _new_tuple(cls, iterable)
        if len(made) != count:
            raise TypeError(f'Expected {count} arguments, got {len(made)}')
        return made
    _make.__doc__ = f'Make a new {typename} object from a sequence or iterable'

    def _replace(self, /, **kwds):
        made = self._make(map(kwds.pop, fields, self))
        if kwds:
            raise TypeError('Got unexpected field names: %r' % list(kwds))
        return made
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'

    def _asdict(self):
        """The fields and their values as a dict."""
        return {name: value for name, value in zip(self._fields, self)}

    def __repr__(self):
        return self.__class__.__name__ + pattern % tuple(self)

    def __getnewargs__(self):
        """What copies and pickles are made from."""
        return tuple(self)

    return __new__, _make, _replace, __repr__, _asdict, __getnewargs__
