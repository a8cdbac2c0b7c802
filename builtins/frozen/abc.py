"""Classes that say which methods others must have (PEP 3119)."""
from _abc import _mark_collection, _register_collection

__all__ = ['ABC', 'ABCMeta', 'abstractclassmethod', 'abstractmethod', 'abstractproperty', 'abstractstaticmethod', 'get_cache_token',
           'update_abstractmethods']

_registrations = 0  # counts register() of all classes: what a class found out before the last one may be wrong


def get_cache_token():
    """A value that changes with every register() of any class."""
    return _registrations


def abstractmethod(funcobj):
    """Decorator: a class with this method cannot be instantiated, only its subclasses that have another in its place."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def _abstract(kind):
    """The deprecated class of abstract methods of a kind: as that kind with @abstractmethod."""
    def __init__(self, callable):
        kind.__init__(self, abstractmethod(callable))
    name = f'abstract{kind.__name__}'
    return type(name, (kind,), {'__init__': __init__, '__isabstractmethod__': True, '__module__': __name__,
                                '__doc__': f'Deprecated: use {kind.__name__} with abstractmethod.'})


abstractclassmethod, abstractstaticmethod = _abstract(classmethod), _abstract(staticmethod)


class abstractproperty(property):
    """Deprecated: use property with abstractmethod."""
    __isabstractmethod__ = True


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if getattr(value, '__isabstractmethod__', False)}
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract classes: finds their abstract methods, and asks them what their subclasses are."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_registered = []
        cls._abc_known = {}
        cls._abc_token = _registrations
        if '__abc_tpflags__' in namespace:
            _mark_collection(cls, namespace['__abc_tpflags__'])
            del cls.__abc_tpflags__
        return cls

    def register(cls, subclass):
        """Make a class count as a subclass; also a decorator."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registered.append(subclass)
        _registrations += 1
        _register_collection(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        """Answers isinstance(instance, cls)."""
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        actual = type(instance)
        return actual is not subclass and cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        """Answers issubclass(subclass, cls)."""
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        known = cls._abc_known
        if cls._abc_token != _registrations:
            known.clear()
            cls._abc_token = _registrations
        # Keyed by identity (a metaclass may define __eq__); the class is kept, so that its identity is not used again.
        found = known.get(id(subclass))
        if found is None:
            if len(known) > 500:
                known.clear()
            found = known[id(subclass)] = cls._abc_decide(subclass), subclass
        return found[0]

    def _abc_decide(cls, subclass):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return bool(answer)
        if cls in getattr(subclass, '__mro__', ()):
            return True
        for registered in cls._abc_registered:
            if issubclass(subclass, registered):
                return True
        for derived in type.__subclasses__(cls):
            if issubclass(subclass, derived):
                return True
        return False


def update_abstractmethods(cls):
    """Find the abstract methods of a class anew, after some were set or deleted; also a decorator."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


class ABC(metaclass=ABCMeta):
    """A base that makes a class abstract without naming the metaclass."""
    __slots__ = ()
