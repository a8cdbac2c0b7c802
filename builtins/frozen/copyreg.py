"""What pickle and copy are told about types and objects that cannot say it themselves."""

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}  # type: function that makes what __reduce__() would give


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Have the objects of a type pickled by a function."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is None:
        return
    constructor(constructor_ob)


def constructor(object):
    """Check that something can be called."""
    if callable(object):
        return
    raise TypeError('constructors must be callable')


def _reduce_union(union):
    from functools import reduce
    from operator import or_
    return reduce, (or_, union.__args__)


dispatch_table |= {complex: lambda number: (complex, (number.real, number.imag)), type(int | str): _reduce_union}


# ---- functions that stand in pickles by name

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    """An object of a pickle of protocol 0 or 1: `state` is its part of the built-in type `base`."""
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if object.__init__ != base.__init__:
        base.__init__(made, state)
    return made


# ---- what object.__reduce_ex__() asks for

_BUILTIN_BASES = frozenset((int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset))


def _slotnames(cls):
    """The names of the slots of a class and of its bases, as the attributes are called."""
    found = []
    for base in cls.__mro__:
        slots = vars(base).get('__slots__', ())
        owner = base.__name__.lstrip('_')
        for name in [slots] if isinstance(slots, str) else slots:
            if name not in ('__dict__', '__weakref__'):
                is_private = owner and name.startswith('__') and not name.endswith('__')
                found.append(f'_{owner}{name}' if is_private else name)
    return found


def _reduce_ex(self, proto):
    """The protocols 0 and 1."""
    cls = type(self)
    base = next((kind for kind in cls.__mro__ if kind in _BUILTIN_BASES), object)
    start = cls, base, None if base is object else base(self)
    getstate = getattr(self, '__getstate__', None)
    if getstate is None:
        return _reconstructor, start
    if cls.__getstate__ is object.__getstate__ and getattr(self, '__slots__', None):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
    state = getstate()
    return (_reconstructor, start, state) if state else (_reconstructor, start)


# ---- codes that stand for global objects in pickles

_extension_registry = {}  # (module name, name): code
_inverted_registry = {}  # code: (module name, name)
_extension_cache = {}  # code: object


def _is_registered(key, code):
    return _extension_registry.get(key) == code and _inverted_registry.get(code) == key


def add_extension(module, name, code):
    """Let a code stand for an object of a module."""
    key, code = (module, name), int(code)
    if code < 1 or code > 0x7fffffff:
        raise ValueError('code out of range')
    if _is_registered(key, code):
        return
    if (other := _extension_registry.get(key)) is not None:
        raise ValueError(f'key {key} is already registered with code {other}')
    if (owner := _inverted_registry.get(code)) is not None:
        raise ValueError(f'code {code} is already in use for key {owner}')
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    """Take back what add_extension() was told."""
    key = module, name
    if not _is_registered(key, code):
        raise ValueError(f'key {key} is not registered with code {code}')
    del _extension_registry[key], _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forget the objects that codes were found to stand for."""
    _extension_cache.clear()
