"""Names of types that the language has and builtins has not, and making of classes."""


def _function():
    pass


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


def _cell_type():
    content = None

    def inner():
        return content
    return type(inner.__closure__[0])


class _Methods:
    __slots__ = 'member',

    def method(self):
        pass


FunctionType = LambdaType = type(_function)
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
GeneratorType = type(_generator())
_awaited = _coroutine()
CoroutineType = type(_awaited)
_awaited.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Methods().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(_Methods.member)
CellType = _cell_type()
GenericAlias = type(list[int])
UnionType = type(int | str)
EllipsisType = type(Ellipsis)
NoneType = type(None)
NotImplementedType = type(NotImplemented)

import sys as _sys

ModuleType = type(_sys)
SimpleNamespace = type(_sys.implementation)

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
FrameType = type(_sys._getframe())

del _awaited, _Methods, _cell_type, _function, _generator, _coroutine, _async_generator


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a class statement does; exec_body fills its namespace."""
    resolved = resolve_bases(bases)
    metaclass, namespace, keywords = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return metaclass(name, resolved, namespace, **keywords)


def resolve_bases(bases):
    """The bases with what their __mro_entries__ put in their places (PEP 560)."""
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(entries)
        changed = True
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the keywords of a class to be.

    Returns (metaclass, namespace, kwds) as a 3-tuple.
    """
    keywords = dict(kwds) if kwds else {}
    if 'metaclass' in keywords:
        metaclass = keywords.pop('metaclass')
    else:
        metaclass = type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = _winner(metaclass, bases)
    namespace = metaclass.__prepare__(name, bases, **keywords) if hasattr(metaclass, '__prepare__') else {}
    return metaclass, namespace, keywords


def _winner(metaclass, bases):
    for base in bases:
        other = type(base)
        if issubclass(metaclass, other):
            continue
        if not issubclass(other, metaclass):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all "
                            "its bases")
        metaclass = other
    return metaclass


def get_original_bases(cls, /):
    """The bases as the class statement has them, before __mro_entries__."""
    try:
        return cls.__dict__.get('__orig_bases__', cls.__bases__)
    except AttributeError:
        raise TypeError(f'Expected an instance of type, not {type(cls).__name__!r}') from None


class DynamicClassAttribute:
    """An attribute of instances alone.

    A property for instances; access through the class raises AttributeError, which lets the metaclass's __getattr__ answer.
    """

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or (fget.__doc__ if fget else None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, (fget.__doc__ if self.overwrite_doc else None) or self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


class _AwaitableGenerator:
    """What looks like a generator, for `await`."""

    def __init__(self, generator):
        self._generator = generator
        self.__name__ = getattr(generator, '__name__', None)
        self.__qualname__ = getattr(generator, '__qualname__', None)

    def __await__(self):
        return self._generator if isinstance(self._generator, GeneratorType) else self

    def __iter__(self):
        return self.__await__()

    def __next__(self):
        return next(self._generator)

    def send(self, value):
        return self._generator.send(value)

    def throw(self, *exception):
        return self._generator.throw(*exception)

    def close(self):
        return self._generator.close()

    def _of_the_generator(name):
        def get(self):
            return getattr(self._generator, name)
        return property(get)

    gi_code, gi_frame, gi_running, gi_yieldfrom = map(_of_the_generator, ('gi_code', 'gi_frame', 'gi_running', 'gi_yieldfrom'))
    cr_code, cr_frame, cr_running, cr_await = gi_code, gi_frame, gi_running, gi_yieldfrom
    del _of_the_generator


def coroutine(func):
    """Makes a function of a generator one whose results can be awaited."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if type(func) is FunctionType and type(getattr(func, '__code__', None)) is CodeType:
        flags = func.__code__.co_flags
        if flags & 0x180:  # CO_COROUTINE, CO_ITERABLE_COROUTINE
            return func
        if flags & 0x20:  # CO_GENERATOR
            func.__code__ = func.__code__.replace(co_flags=flags | 0x100)
            return func
    import functools
    from collections.abc import Coroutine, Generator

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is CoroutineType or (type(made) is GeneratorType and made.gi_code.co_flags & 0x100):
            return made
        return _AwaitableGenerator(made) if isinstance(made, Generator) and not isinstance(made, Coroutine) else made
    return wrapped


class CapsuleType:
    """Opaque values of other programs: none exist here."""


__all__ = [name for name in globals() if not name.startswith('_')]
