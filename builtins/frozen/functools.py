"""Functions that work with functions."""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property']

GenericAlias = type(list[int])
_UnionType = type(int | str)
_MISSING = object()


# ---- wrappers

WRAPPER_ASSIGNMENTS = '__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__'
WRAPPER_UPDATES = '__dict__',


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like the function it wraps: attributes `assigned` become those of the function, dictionaries `updated` get its items."""
    for name in assigned:
        value = getattr(wrapped, name, _MISSING)
        if value is not _MISSING:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped  # behind the items of __dict__, which may have one of the function's own
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator of a wrapper: update_wrapper() with these arguments."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering

# (what the class has, what it lacks): whether the answer is turned round, and what equal objects then change: None nothing, True they make it true,
# False they make it false.
_DERIVED = {
    ('__lt__', '__gt__'): (True, False), ('__lt__', '__le__'): (False, True), ('__lt__', '__ge__'): (True, None),
    ('__le__', '__ge__'): (True, True), ('__le__', '__lt__'): (False, False), ('__le__', '__gt__'): (True, None),
    ('__gt__', '__lt__'): (True, False), ('__gt__', '__ge__'): (False, True), ('__gt__', '__le__'): (True, None),
    ('__ge__', '__le__'): (True, True), ('__ge__', '__gt__'): (False, False), ('__ge__', '__lt__'): (True, None),
}


def _comparison(source, name):
    """The method `name` out of the method `source`."""
    turned, equal = _DERIVED[source, name]

    if equal is None:
        def compare(self, other):
            answer = getattr(type(self), source)(self, other)
            return answer if answer is NotImplemented else not answer
    elif equal:
        def compare(self, other):
            answer = getattr(type(self), source)(self, other)
            return answer if answer is NotImplemented else (not answer if turned else answer) or self == other
    else:
        def compare(self, other):
            answer = getattr(type(self), source)(self, other)
            return answer if answer is NotImplemented else (not answer if turned else answer) and self != other
    compare.__name__ = name
    compare.__qualname__ = f'_{name.strip("_")}_from_{source.strip("_")}'
    compare.__doc__ = f'Made by @total_ordering out of {source}.'
    return compare


_comparisons = {pair: _comparison(*pair) for pair in _DERIVED}
globals().update((function.__qualname__, function) for function in _comparisons.values())  # where pickle looks for them


def total_ordering(cls):
    """Class decorator: adds the comparisons that a class with one of <, <=, > and >= lacks."""
    own = [name for name in ('__lt__', '__le__', '__gt__', '__ge__') if getattr(cls, name, None) is not getattr(object, name)]
    if not own:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for (source, name), function in _comparisons.items():
        if source == own[0] and name not in own:
            setattr(cls, name, function)
    return cls


# ---- methods with arguments given before

def _require_callable(func):
    if not (callable(func) or hasattr(func, '__get__')):
        raise TypeError(f'{func!r} is not callable or a descriptor')


class partialmethod:
    """partial() for methods: in a class body, a method that calls another with arguments given before."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            func, args, keywords = func.func, func.args + args, func.keywords | keywords
        else:
            _require_callable(func)
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        kind = type(self)
        shown = [repr(value) for value in (self.func, *self.args)] + [f'{name}={value!r}' for name, value in self.keywords.items()]
        return f'{kind.__module__}.{kind.__qualname__}({", ".join(shown)})'

    def _as_function(self):
        def call(instance, /, *args, **keywords):
            return self.func(instance, *self.args, *args, **{**self.keywords, **keywords})
        call.__isabstractmethod__ = self.__isabstractmethod__
        call.__partialmethod__ = self
        return call

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, '__get__', None)
        if bind is not None:
            bound = bind(obj, cls)
            if bound is not self.func:
                # What a class method, or a method of an instance, needs as its first argument is in it already.
                result = partial(bound, *self.args, **self.keywords)
                owner = getattr(bound, '__self__', _MISSING)
                if owner is not _MISSING:
                    result.__self__ = owner
                return result
        return self._as_function().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


# ---- lru_cache, cache

class _CacheInfo(tuple):
    """CacheInfo(hits, misses, maxsize, currsize)"""

    __slots__ = ()
    _fields = ('hits', 'misses', 'maxsize', 'currsize')

    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))

    @classmethod
    def _make(cls, iterable):
        return cls(*iterable)

    def _replace(self, /, **changes):
        return self._make(changes.pop(name, value) for name, value in zip(self._fields, self))

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        return f'{type(self).__name__}(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, currsize={self[3]!r})'

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    """Decorator: keeps the results of the `maxsize` calls made last (of all with None), by their hashable arguments.

    With `typed`, arguments of different types count as different where they are equal. The function gets cache_info(), cache_clear(), cache_parameters()
    and __wrapped__. May stand without parentheses.
    """
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _cached(function, maxsize, typed)


def cache(user_function, /):
    """Decorator: keeps the results of all calls."""
    return _cached(user_function, None, False)


# ---- singledispatch

def _order_of_dispatch(cls, types):
    """cls.__mro__ with those of `types` that cls only is a virtual subclass of: each behind the last class of the mro that is one too, the more special
    before the more general."""
    order = list(cls.__mro__)
    virtual = [t for t in types if t not in order and hasattr(t, '__mro__') and not isinstance(t, GenericAlias) and issubclass(cls, t)]
    placed = []
    for t in virtual:
        last = max(i for i, c in enumerate(order) if issubclass(c, t))
        placed.append((last, t))
    result = []
    for i, c in enumerate(order):
        result.append(c)
        here = [t for last, t in placed if last == i]
        while here:
            for t in here:
                if not any(u is not t and issubclass(u, t) for u in here):
                    break
            here.remove(t)
            result.append(t)
    return result


def _find_impl(cls, registry):
    """The implementation for a class without one of its own; None when there is none."""
    order = _order_of_dispatch(cls, registry)
    for place, kind in enumerate(order):
        if kind in registry:
            break
    else:
        return None
    for rival in order[place + 1:place + 2]:
        # Two classes that cls is a virtual subclass of, and neither of the other: a guess would be wrong.
        if rival in registry and kind not in cls.__mro__ and rival not in cls.__mro__ and not issubclass(kind, rival):
            raise RuntimeError(f'Ambiguous dispatch: {kind} or {rival}')
    return registry[kind]


def _is_class_or_union(kind):
    return isinstance(kind, type) or isinstance(kind, _UnionType) and all(isinstance(part, type) for part in kind.__args__)


def _annotated_class(func):
    """The class that the annotation of a function's first argument names, for register() as a plain decorator."""
    annotations = getattr(func, '__annotations__', {})
    if not annotations:
        raise TypeError(f'Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or plain `@register` on an annotated function.')
    name, kind = next(iter(annotations.items()))
    if isinstance(kind, str):
        kind = eval(kind, getattr(func, '__globals__', {}))
    if not _is_class_or_union(kind):
        problem = 'not all arguments are classes' if isinstance(kind, _UnionType) else 'is not a class'
        raise TypeError(f'Invalid annotation for {name!r}. {kind!r} {problem}.')
    return kind


def singledispatch(func):
    """Decorator: makes a function of which the class of the first argument chooses the implementation; register() adds one."""
    implementations = {object: func}
    found = {}  # answers of dispatch(), while no abstract class can change them
    own_name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        """The implementation for a class."""
        try:
            return found[cls]
        except KeyError:
            chosen = implementations.get(cls)
            if chosen is None:
                chosen = _find_impl(cls, implementations)
            if all(type(kind) is type for kind in implementations):
                found[cls] = chosen
            return chosen

    def register(cls, func=None):
        """Add the implementation for a class or a union of classes; also a decorator, with the class or on an annotated function."""
        if not _is_class_or_union(cls):
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            cls, func = _annotated_class(cls), cls
        elif func is None:
            return lambda func: register(cls, func)
        for kind in cls.__args__ if isinstance(cls, _UnionType) else (cls,):
            implementations[kind] = func
        found.clear()
        return func

    def generic(*args, **kw):
        if not args:
            raise TypeError(f'{own_name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    generic.dispatch = dispatch
    generic.register = register
    generic.registry = type(type.__dict__)(implementations)
    generic._clear_cache = found.clear
    return update_wrapper(generic, func)


class singledispatchmethod:
    """singledispatch() for methods: the first argument behind self chooses."""

    def __init__(self, func):
        _require_callable(func)
        self.func = func
        self.dispatcher = singledispatch(func)

    def register(self, cls, method=None):
        """Add the implementation for a class, as register() of singledispatch() does."""
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        choose = self.dispatcher.dispatch
        own_name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def bound(*args, **kwargs):
            if not args:
                raise TypeError(f'{own_name} requires at least 1 positional argument')
            return choose(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        bound.register = self.register
        bound.__isabstractmethod__ = self.__isabstractmethod__
        return update_wrapper(bound, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


# ---- cached_property

class cached_property:
    """A property computed once: its value then stands in the instance's __dict__, before this one."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func = func
        self.attrname = None  # until the class is made
        self.__doc__, self.__module__ = func.__doc__, func.__module__

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError(f'Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).')
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} property.") from None
        value = values.get(name, _MISSING)
        if value is not _MISSING:
            return value
        value = self.func(instance)
        try:
            values[name] = value
        except TypeError:
            raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item assignment for caching {name!r} "
                            'property.') from None
        return value
