"""Helper to provide extensibility for pickle and copy."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """Used by pickle protocol 4, instead of __newobj__ to allow classes with keyword-only arguments to be pickled correctly."""
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _slotnames(cls):
    """The names of all __slots__ of a class and its bases, mangled."""
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith('__') and not name.endswith('__') and base.__name__.lstrip('_'):
                name = f'_{base.__name__.lstrip("_")}{name}'
            names.append(name)
    return names


def _reduce_ex(self, proto):
    """object.__reduce_ex__ of the protocols 0 and 1."""
    cls = type(self)
    for base in cls.__mro__:
        if base in (int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset):
            break
    else:
        base = object
    state = None if base is object else base(self)
    arguments = cls, base, state
    try:
        getstate = self.__getstate__
    except AttributeError:
        return _reconstructor, arguments
    if getattr(self, "__slots__", None) and type(self).__getstate__ is object.__getstate__:
        raise TypeError(f"cannot pickle {cls.__name__!r} object: a class that defines __slots__ without defining __getstate__ cannot be pickled with protocol {proto}")
    found = getstate()
    return (_reconstructor, arguments, found) if found else (_reconstructor, arguments)


def add_extension(module, name, code):
    """Extension codes belong to pickles, of which there are none here."""


remove_extension = add_extension


def clear_extension_cache():
    pass
