"""Context variables (PEP 567): values that belong to the running context, which asynchronous frameworks switch."""
from collections.abc import Mapping as _Mapping

__all__ = ('Context', 'ContextVar', 'Token', 'copy_context')

_absent = object()


def _final(cls):
    def __init_subclass__(subclass, **kwargs):
        raise TypeError(f"type '_contextvars.{cls.__name__}' is not an acceptable base type")
    cls.__init_subclass__ = classmethod(__init_subclass__)
    return cls


class Context(_Mapping):
    """The values of context variables; run() makes it the running context."""
    __slots__ = '_values', '_previous', '__weakref__'

    def __init__(self):
        self._values = {}
        self._previous = None

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type '_contextvars.Context' is not an acceptable base type")

    def run(self, callable, /, *args, **kwargs):
        """Call callable(*args, **kwargs) with self as the running context."""
        global _running
        if self._previous is not None:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        self._previous, _running = _running, self
        try:
            return callable(*args, **kwargs)
        finally:
            _running, self._previous = self._previous, None

    def copy(self):
        """Return a shallow copy of the context object."""
        made = Context()
        made._values = self._values.copy()
        return made

    def _check(self, var):
        if type(var) is not ContextVar:
            raise TypeError(f'a ContextVar key was expected, got {var!r}')
        return var

    def __getitem__(self, var, /):
        return self._values[self._check(var)]

    def __contains__(self, var, /):
        return self._check(var) in self._values

    def get(self, var, default=None, /):
        return self._values.get(self._check(var), default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None


@_final
class Token:
    """What ContextVar.set() returns: reset() takes it to bring back what the variable was."""
    __slots__ = '_context', '_var', '_old', '_used'

    def __new__(cls, *args, **kwargs):
        raise RuntimeError('Tokens can only be created by ContextVars')

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        return f'<Token{" used" if self._used else ""} var={self._var!r} at {id(self):#x}>'

    __hash__ = None
    __class_getitem__ = classmethod(type(list[int]))

    class MISSING:
        __slots__ = ()

        def __repr__(self):
            return '<Token.MISSING>'

    MISSING = MISSING()


@_final
class ContextVar:
    """A variable whose value is the running context's."""
    __slots__ = '_name', '_default', '__weakref__'

    def __init__(self, name, /, *, default=_absent):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=_absent, /):
        """Return a value for the context variable for the current context, `default`, the variable's own default, or raise LookupError."""
        value = _running._values.get(self, default)
        if value is _absent:
            value = self._default
            if value is _absent:
                raise LookupError(self)
        return value

    def set(self, value, /):
        """Set a new value in the current context; the Token returned restores what was before."""
        token = object.__new__(Token)
        token._context, token._var, token._used = _running, self, False
        token._old = _running._values.get(self, Token.MISSING)
        _running._values[self] = value
        return token

    def reset(self, token, /):
        """Restore the variable to the value that it had before the set() that made the token."""
        if type(token) is not Token:
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token._var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        if token._context is not _running:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if token._old is Token.MISSING:
            del _running._values[self]
        else:
            _running._values[self] = token._old

    def __repr__(self):
        default = '' if self._default is _absent else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'

    __class_getitem__ = classmethod(type(list[int]))


def copy_context():
    """The running context's copy."""
    return _running.copy()


_running = Context()
for _cls in Context, ContextVar, Token:
    _cls.__module__ = '_contextvars'
del _cls
