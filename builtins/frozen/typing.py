"""The typing module: Support for gradual typing as defined by PEP 484 and subsequent PEPs."""
import collections as _collections
import collections.abc as _abc
import sys as _sys
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod

from _typing_support import (
    Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, _BuiltinAlias, _GenericAlias,
    _Parameter, _Union as _NativeUnion, collect_parameters as _collect_parameters, substitute as _substitute, type_check as _type_check,
    type_convert as _type_convert, type_repr as _type_repr,
)

TYPE_CHECKING = False


# ---- special forms: names that mean something to type checkers

class _SpecialForm:
    def __init__(self, name, doc, getitem=None):
        self._name = name
        self._getitem = getitem
        self.__doc__ = doc
        self.__module__ = 'typing'

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)

    def __getitem__(self, arguments):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, arguments)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, instance):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self._name

    def __repr__(self):
        return 'typing.' + self._name


class _AnyMeta(type):
    def __instancecheck__(self, instance):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(instance)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class _FormAlias(_GenericAlias):
    """A special form with arguments: it cannot be called, nor be a base."""

    def __init__(self, form, args):
        super().__init__(form, args, inst=False, name=form._name)

    def copy_with(self, arguments):
        return self.__origin__[arguments[0] if len(arguments) == 1 else arguments]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate {self.__origin__!r}")


def _one_argument(form, argument):
    return _FormAlias(form, (_type_check(argument, f'{form} accepts only single type.'),))


NoReturn = _SpecialForm('NoReturn', "Special type indicating functions that never return.")
Never = _SpecialForm('Never', "The bottom type, a type that has no members.")
Self = _SpecialForm('Self', "Used to spell the type of \"self\" in classes.")
LiteralString = _SpecialForm('LiteralString', "Represents an arbitrary literal string.")
TypeAlias = _SpecialForm('TypeAlias', "Special form for marking type aliases.")
ClassVar = _SpecialForm('ClassVar', "Special type construct to mark class variables.", _one_argument)
Final = _SpecialForm('Final', "Special typing construct to indicate final names to type checkers.", _one_argument)
Required = _SpecialForm('Required', "Special typing construct to mark a TypedDict key as required.", _one_argument)
NotRequired = _SpecialForm('NotRequired', "Special typing construct to mark a TypedDict key as potentially missing.", _one_argument)
ReadOnly = _SpecialForm('ReadOnly', "A special typing construct to mark an item of a TypedDict as read-only.", _one_argument)
TypeGuard = _SpecialForm('TypeGuard', "Special typing construct for marking user-defined type predicate functions.", _one_argument)
TypeIs = _SpecialForm('TypeIs', "Special typing construct for marking user-defined type predicate functions.", _one_argument)


class _UnpackAlias(_FormAlias):
    @property
    def __typing_unpacked_tuple_args__(self):
        inner = self.__args__[0]
        return inner.__args__ if getattr(inner, '__origin__', None) is tuple else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

    def __getitem__(self, arguments):
        return self.__args__[0] if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(arguments)

    def __repr__(self):
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'


Unpack = _SpecialForm('Unpack', "Type unpack operator.", lambda form, argument: _UnpackAlias(form, (_type_check(argument, f'{form} accepts only single type.'),)))


def _concatenate(form, arguments):
    if arguments == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    arguments = arguments if isinstance(arguments, tuple) else (arguments,)
    if not (arguments[-1] is ... or isinstance(arguments[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _FormAlias(form, tuple(_type_check(a, "Concatenate[arg, ...]: each arg must be a type.") if a is not ... else a for a in arguments))


Concatenate = _SpecialForm('Concatenate', "Special form for annotating higher-order functions.", _concatenate)


# ---- Union and Optional

def _same_members(arguments, others):
    """Whether both hold the same types in any order; they need not be hashable (Annotated[int, {}])."""
    try:
        return set(arguments) == set(others)
    except TypeError:
        return len(arguments) == len(others) and all(a in others for a in arguments)


class _UnionAlias(_FormAlias):
    def __init__(self, form, args):
        super().__init__(form, args)
        if len(args) == 2 and type(None) in args:
            self._name = 'Optional'

    def __eq__(self, other):
        if isinstance(other, (_UnionAlias, _NativeUnion)):
            return _same_members(self.__args__, other.__args__)
        return NotImplemented

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return any(isinstance(instance, argument) for argument in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, argument) for argument in self.__args__)

    def __repr__(self):
        if len(self.__args__) == 2 and type(None) in self.__args__:
            other = self.__args__[self.__args__[0] is type(None)]
            return f'typing.Optional[{_type_repr(other)}]'
        return 'typing.Union[' + ', '.join('None' if a is type(None) else _type_repr(a) for a in self.__args__) + ']'


def _make_union(form, arguments):
    if arguments == ():
        raise TypeError("Cannot take a Union of no types.")
    arguments = arguments if isinstance(arguments, tuple) else (arguments,)
    flat = []
    for argument in arguments:
        argument = _type_check(argument, "Union[arg, ...]: each arg must be a type.")
        for item in argument.__args__ if isinstance(argument, (_UnionAlias, _NativeUnion)) else (argument,):
            if item not in flat:
                flat.append(item)
    return flat[0] if len(flat) == 1 else _UnionAlias(form, tuple(flat))


Union = _SpecialForm('Union', "Union type; Union[X, Y] means either X or Y.", _make_union)
Optional = _SpecialForm('Optional', "Optional[X] is equivalent to Union[X, None].",
                        lambda form, argument: Union[_type_check(argument, f"{form} requires a single type."), type(None)])


# ---- Literal and Annotated

class _LiteralAlias(_FormAlias):
    def __init__(self, form, args):
        super().__init__(form, args)
        self.__parameters__ = ()

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(type(a), a) for a in self.__args__} == {(type(a), a) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((type(a), a) for a in self.__args__))

    def __repr__(self):
        return 'typing.Literal[' + ', '.join(map(repr, self.__args__)) + ']'


def _make_literal(form, arguments):
    flat = []
    for argument in arguments if isinstance(arguments, tuple) else (arguments,):
        flat.extend(argument.__args__ if isinstance(argument, _LiteralAlias) else (argument,))
    try:
        seen = set()
        flat = [a for a in flat if not ((type(a), a) in seen or seen.add((type(a), a)))]
    except TypeError:  # unhashable: kept as given
        pass
    return _LiteralAlias(form, tuple(flat))


Literal = _SpecialForm('Literal', "Special typing form to define literal types (a.k.a. value types).", _make_literal)


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, arguments):
        return _AnnotatedAlias(arguments[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        return 'Annotated' if name in ('__name__', '__qualname__') else super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"


def _make_annotated(form, arguments):
    if not isinstance(arguments, tuple) or len(arguments) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(_type_check(arguments[0], "Annotated[t, ...]: t must be a type."), arguments[1:])


Annotated = _SpecialForm('Annotated', "Add context-specific metadata to a type.", _make_annotated)


# ---- aliases of classes: List, Callable ...

class _ClassAlias(_GenericAlias):
    """typing.List: a class under another name, subscriptable."""

    def __init__(self, origin, count, name, inst=True, defaults=()):
        self._count = count
        self._defaults = defaults
        super().__init__(origin, (), inst=inst, name=name)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)

    def __getitem__(self, arguments):
        if not isinstance(arguments, tuple):
            arguments = arguments,
        arguments = tuple(_type_check(a, "Parameters to generic types must be types.") for a in arguments)
        if 0 <= self._count - len(arguments) <= len(self._defaults):
            arguments += self._defaults[len(self._defaults) - self._count + len(arguments):]
        if self._count >= 0 and len(arguments) != self._count:
            raise TypeError(f"Too {'many' if len(arguments) > self._count else 'few'} arguments for {self}; "
                            f"actual {len(arguments)}, expected {self._count}")
        return _GenericAlias(self.__origin__, arguments, inst=self._inst, name=self._name)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _ClassAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return hash((self._name, self.__origin__))

    def __reduce__(self):
        return self._name

    def __repr__(self):
        return 'typing.' + self._name


class _TupleAlias(_ClassAlias):
    def __getitem__(self, arguments):
        if not isinstance(arguments, tuple):
            arguments = arguments,
        if len(arguments) == 2 and arguments[1] is ...:
            checked = (_type_check(arguments[0], "Tuple[t, ...]: t must be a type."), ...)
        else:
            checked = tuple(_type_check(a, "Tuple[t0, t1, ...]: each t must be a type.") for a in arguments)
        return _GenericAlias(tuple, checked, name='Tuple')


class _CallableAlias(_GenericAlias):
    def __init__(self, args):
        super().__init__(_abc.Callable, args, inst=False, name='Callable')

    def copy_with(self, arguments):
        flat = []
        for argument in arguments:
            flat.extend(argument if isinstance(argument, tuple) else (argument,))
        return _CallableAlias(tuple(flat))

    def __repr__(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and (parameters[0] is ... or isinstance(parameters[0], ParamSpec) or getattr(parameters[0], '__origin__', None) is Concatenate):
            return f'typing.Callable[{_type_repr(parameters[0])}, {_type_repr(result)}]'
        return f'typing.Callable[{_type_repr(parameters)}, {_type_repr(result)}]'


class _CallableForm(_ClassAlias):
    def __getitem__(self, arguments):
        if not isinstance(arguments, tuple) or len(arguments) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = arguments
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(parameters, (list, tuple)):
            return _CallableAlias((*(_type_convert(p) for p in parameters), result))
        if parameters is ... or isinstance(parameters, ParamSpec) or getattr(parameters, '__origin__', None) is Concatenate:
            return _CallableAlias((parameters, result))
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {parameters}")


List = _ClassAlias(list, 1, 'List', inst=False)
Dict = _ClassAlias(dict, 2, 'Dict', inst=False)
Set = _ClassAlias(set, 1, 'Set', inst=False)
FrozenSet = _ClassAlias(frozenset, 1, 'FrozenSet', inst=False)
Tuple = _TupleAlias(tuple, -1, 'Tuple', inst=False)
Type = _ClassAlias(type, 1, 'Type', inst=False)
Callable = _CallableForm(_abc.Callable, 2, 'Callable')
Deque = _ClassAlias(_collections.deque, 1, 'Deque')
DefaultDict = _ClassAlias(_collections.defaultdict, 2, 'DefaultDict')
OrderedDict = _ClassAlias(_collections.OrderedDict, 2, 'OrderedDict')
Counter = _ClassAlias(_collections.Counter, 1, 'Counter')
ChainMap = _ClassAlias(_collections.ChainMap, 2, 'ChainMap')
for _name, _count in (('Awaitable', 1), ('Coroutine', 3), ('AsyncIterable', 1), ('AsyncIterator', 1), ('AsyncGenerator', 2), ('Iterable', 1), ('Iterator', 1),
                      ('Generator', 3), ('Reversible', 1), ('Container', 1), ('Collection', 1), ('MutableSet', 1), ('Mapping', 2), ('MutableMapping', 2),
                      ('Sequence', 1), ('MutableSequence', 1), ('KeysView', 1), ('ItemsView', 2), ('ValuesView', 1), ('MappingView', 1), ('Hashable', 0), ('Sized', 0)):
    globals()[_name] = _ClassAlias(getattr(_abc, _name), _count, _name)
AbstractSet = _ClassAlias(_abc.Set, 1, 'AbstractSet')
ByteString = bytes


def __getattr__(name):
    if name in ('ContextManager', 'AsyncContextManager'):
        import contextlib
        made = _ClassAlias(getattr(contextlib, 'Abstract' + name), 2, name, defaults=(bool | None,))
    elif name in ('Pattern', 'Match'):
        import re
        made = _ClassAlias(getattr(re, name), 1, name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = made
    return made


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)
Text = str


# ---- forward references and type hints

class ForwardRef:
    """Internal wrapper to hold a forward reference."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            self.__forward_code__ = compile(arg.lstrip(), '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module
        self.__forward_evaluated__ = False
        self.__forward_value__ = None

    def _evaluate(self, globalns, localns):
        if self.__forward_module__ is not None:
            globalns = getattr(_sys.modules.get(self.__forward_module__), '__dict__', globalns)
        self.__forward_value__ = _resolve(_type_convert(eval(self.__forward_code__, globalns, localns)), globalns, localns)
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'


def _resolve(hint, globalns, localns):
    """The hint with its forward references evaluated."""
    if isinstance(hint, ForwardRef):
        return hint._evaluate(globalns, localns)
    if isinstance(hint, (_GenericAlias, _BuiltinAlias, _NativeUnion)) and not isinstance(hint, (_LiteralAlias, _ClassAlias)):
        arguments = tuple(ForwardRef(a) if isinstance(a, str) and isinstance(hint, _BuiltinAlias) else a for a in hint.__args__)
        resolved = tuple(_resolve(a, globalns, localns) for a in arguments)
        if resolved == hint.__args__:
            return hint
        if isinstance(hint, _BuiltinAlias):
            return _BuiltinAlias(hint.__origin__, resolved)
        if isinstance(hint, _NativeUnion):
            result = resolved[0]
            for item in resolved[1:]:
                result |= item
            return result
        return hint.copy_with(resolved)
    return hint


def _strip_extras(hint):
    if isinstance(hint, _AnnotatedAlias):
        return _strip_extras(hint.__origin__)
    if getattr(hint, '__origin__', None) in (Required, NotRequired, ReadOnly):
        return _strip_extras(hint.__args__[0])
    if isinstance(hint, (_GenericAlias, _BuiltinAlias)) and not isinstance(hint, (_LiteralAlias, _ClassAlias)):
        stripped = tuple(_strip_extras(a) for a in hint.__args__)
        if stripped != hint.__args__:
            return _BuiltinAlias(hint.__origin__, stripped) if isinstance(hint, _BuiltinAlias) else hint.copy_with(stripped)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns if globalns is not None else getattr(_sys.modules.get(base.__module__), '__dict__', {})
            local = localns if localns is not None else dict(vars(base))
            for name, value in base.__dict__.get('__annotations__', {}).items():
                if value is None:
                    value = type(None)
                if isinstance(value, str):
                    value = ForwardRef(value, is_argument=False, is_class=True)
                hints[name] = _resolve(value, names, local)
    else:
        names = globalns
        if names is None:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            names = obj.__dict__ if isinstance(obj, type(_sys)) else getattr(inner, '__globals__', {})
        local = localns if localns is not None else names
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None:
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        parameters = {p.__name__: p for p in getattr(obj, '__type_params__', ())}
        if parameters:
            local = {**parameters, **local}
        for name, value in annotations.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=not isinstance(obj, type(_sys)))
            hints[name] = _resolve(value, names, local)
    return hints if include_extras else {name: _strip_extras(hint) for name, hint in hints.items()}


def get_origin(tp):
    """Get the unsubscripted version of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, _BuiltinAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _NativeUnion if isinstance(tp, _NativeUnion) else None


def get_args(tp):
    """Get type arguments with all substitutions performed."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, _BuiltinAlias)):
        arguments = tp.__args__
        if tp.__origin__ is _abc.Callable and not (len(arguments) == 2 and (arguments[0] is ... or isinstance(arguments[0], ParamSpec) or
                                                                            getattr(arguments[0], '__origin__', None) is Concatenate)):
            arguments = (list(arguments[:-1]), arguments[-1])
        return arguments
    return tp.__args__ if isinstance(tp, _NativeUnion) else ()


# ---- protocols

_UNCHECKED = frozenset(('__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__', '__slots__', '__subclasshook__',
                        '__weakref__', '__class_getitem__', '__match_args__', '__static_attributes__', '__firstlineno__', '__parameters__', '__orig_bases__',
                        '__orig_class__', '__type_params__', '_is_protocol', '_is_runtime_protocol', '__protocol_attrs__', '__non_callable_proto_members__',
                        '__init_subclass__', '_abc_registered', '_abc_known', '_abc_token', '__qualname__'))


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in (*base.__dict__, *base.__dict__.get('__annotations__', ())):
            if name not in _UNCHECKED:
                members.add(name)
    return members


class _ProtocolMeta(_ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name != 'Protocol' and Protocol in bases:
            for base in bases:
                if not (base in (object, Generic) or base.__module__ in ('collections.abc', 'contextlib', 'typing') or getattr(base, '_is_protocol', False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __subclasscheck__(cls, other):
        if cls is Protocol or not getattr(cls, '_is_protocol', False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError('issubclass() arg 1 must be a class')
        if not cls.__dict__.get('_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if cls.__non_callable_proto_members__ and getattr(cls.__dict__.get('__subclasshook__'), '__func__', None) is _protocol_hook:
            names = ', '.join(sorted(repr(name) for name in cls.__non_callable_proto_members__))
            raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {str(names)}.")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not cls.__dict__.get('_is_runtime_protocol', False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if _ABCMeta.__subclasscheck__(cls, type(instance)):
            return True
        missing = object()
        for name in cls.__protocol_attrs__:
            value = getattr(instance, name, missing)
            if value is missing or (value is None and name not in cls.__non_callable_proto_members__):
                return False
        return True


def _protocol_hook(cls, other):
    if not cls.__dict__.get('_is_protocol', False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if name in base.__dict__.get('__annotations__', ()) and getattr(other, '_is_protocol', False):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # A class that implements a protocol without an __init__ of its own takes the next one of its bases.
    for base in cls.__mro__:
        init = base.__dict__.get('__init__')
        if init is not None and init is not _no_init:
            return init(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol:
            cls.__protocol_attrs__ = _protocol_members(cls)
            cls.__non_callable_proto_members__ = {name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None))}
            if '__subclasshook__' not in cls.__dict__:
                cls.__subclasshook__ = classmethod(_protocol_hook)
            if '__init__' not in cls.__dict__:
                cls.__init__ = _no_init


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Return True if the given type is a Protocol."""
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol and tp is not Generic


def get_protocol_members(tp, /):
    """Return the set of members defined in a Protocol."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method, doc, generic=False):
    bases = (Protocol[T_co],) if generic else (Protocol,)
    import types

    def function(self):
        pass
    function.__name__ = method
    function.__qualname__ = f'{name}.{method}'

    def body(namespace):
        namespace.update({'__module__': 'typing', '__doc__': doc, '__slots__': (), method: _abstractmethod(function)})
    return runtime_checkable(types.new_class(name, bases, {}, body))


SupportsInt = _supports('SupportsInt', '__int__', "An ABC with one abstract method __int__.")
SupportsFloat = _supports('SupportsFloat', '__float__', "An ABC with one abstract method __float__.")
SupportsComplex = _supports('SupportsComplex', '__complex__', "An ABC with one abstract method __complex__.")
SupportsBytes = _supports('SupportsBytes', '__bytes__', "An ABC with one abstract method __bytes__.")
SupportsIndex = _supports('SupportsIndex', '__index__', "An ABC with one abstract method __index__.")
SupportsAbs = _supports('SupportsAbs', '__abs__', "An ABC with one abstract method __abs__ that is covariant in its return type.", True)
SupportsRound = _supports('SupportsRound', '__round__', "An ABC with one abstract method __round__ that is covariant in its return type.", True)


# ---- NamedTuple, TypedDict, NewType

_NAMEDTUPLE_FORBIDDEN = frozenset(('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types', '_make', '_replace', '_asdict',
                                   '_source'))


def _make_namedtuple(name, types, module, defaults=()):
    fields = [field for field, _ in types]
    types = {field: _type_check(tp, f"field {field} annotation must be a type") for field, tp in types}
    made = _collections.namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(mcls, typename, bases, namespace):
        if not all(base is _NamedTuple or base is Generic for base in bases):
            raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple(tuple if base is _NamedTuple else base for base in bases)
        types = namespace.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_namedtuple(typename, types.items(), namespace['__module__'], [namespace[field] for field in defaults])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in namespace.items():
            if key in _NAMEDTUPLE_FORBIDDEN:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ('__module__', '__annotations__', '__qualname__') and key not in made._fields:
                setattr(made, key, value)
                set_name = getattr(type(value), '__set_name__', None)
                if set_name:
                    set_name(value, made, key)
        made.__qualname__ = namespace.get('__qualname__', typename)
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """Typed version of namedtuple."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_namedtuple(typename, list(fields), _sys._getframemodulename(1))
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


def _namedtuple_mro_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _namedtuple_mro_entries


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        real_bases = (Generic, dict) if any(issubclass(base, Generic) for base in bases) else (dict,)
        made = type.__new__(_TypedDictMeta, name, real_bases, dict(namespace))
        if '__orig_bases__' not in namespace:
            made.__orig_bases__ = bases
        annotations, required, optional = {}, set(), set()
        readonly, mutable = set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
            readonly |= base.__dict__.get('__readonly_keys__', set())
            mutable |= base.__dict__.get('__mutable_keys__', set())
        for key, value in namespace.get('__annotations__', {}).items():
            value = _type_convert(value, module=made.__module__)
            annotations[key] = value
            qualifiers = set()
            while True:
                origin = get_origin(value)
                if origin is Annotated:
                    value = value.__origin__
                elif origin in (Required, NotRequired, ReadOnly):
                    qualifiers.add(origin)
                    value = value.__args__[0]
                else:
                    break
            needed = Required in qualifiers or (total and NotRequired not in qualifiers)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            (readonly if ReadOnly in qualifiers else mutable).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True):
    """A simple typed namespace. At runtime it is equivalent to a plain dict."""
    namespace = {'__annotations__': dict(fields or {}), '__module__': _sys._getframemodulename(1)}
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Check if an annotation is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


class NewType:
    """NewType creates simple unique types with almost zero runtime overhead."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[-1]
        self.__supertype__ = tp
        module = _sys._getframemodulename(1)
        if module != 'typing':
            self.__module__ = module

    def __call__(self, value, /):
        return value

    def __mro_entries__(self, bases):
        name = self.__name__
        raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for: `{name}Sub = NewType('{name}Sub', {name})`")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


# ---- decorators and functions for type checkers

def cast(typ, val):
    """Cast a value to a type. This returns the value unchanged."""
    return val


def assert_type(val, typ, /):
    """Ask a static type checker to confirm that the value is of the given type."""
    return val


def assert_never(arg, /):
    """Statically assert that a line of code is unreachable."""
    value = repr(arg)
    raise AssertionError(f"Expected code to be unreachable, but got: {value[:100] + '...' if len(value) > 100 else value}")


def reveal_type(obj, /):
    """Ask a static type checker to reveal the inferred type of an expression."""
    print(f"Runtime type is {type(obj).__name__!r}", file=_sys.stderr)
    return obj


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an "
        "implementation that is not @overload-ed.")


def overload(func):
    """Decorator for overloaded functions/methods."""
    inner = getattr(func, '__func__', func)
    _overloads.setdefault((inner.__module__, inner.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    """Return all defined overloads for *func* as a sequence."""
    inner = getattr(func, '__func__', func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), ()))


def clear_overloads():
    """Clear all overloads in the registry."""
    _overloads.clear()


def _marker(attribute, doc):
    def decorate(f):
        try:
            setattr(f, attribute, True)
        except (AttributeError, TypeError):  # the object cannot carry the mark
            pass
        return f
    decorate.__doc__ = doc
    return decorate


final = _marker('__final__', "Decorator to indicate final methods and final classes.")
override = _marker('__override__', "Indicate that a method is intended to override a method in a base class.")
final.__name__ = final.__qualname__ = 'final'
override.__name__ = override.__qualname__ = 'override'


def no_type_check(arg):
    """Decorator to indicate that annotations are not type hints."""
    if isinstance(arg, type):
        for value in arg.__dict__.values():
            if hasattr(value, '__annotations__') and not isinstance(value, type):
                value.__no_type_check__ = True
    arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    """Decorator to give another decorator the @no_type_check effect."""
    import functools

    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs):
    """Decorator to mark an object as providing dataclass-like behaviour."""
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default, 'frozen_default': frozen_default,
            'field_specifiers': field_specifiers, 'kwargs': kwargs,
        }
        return cls_or_fn
    return decorate


class IO(Generic[AnyStr]):
    """Generic base class for TextIO and BinaryIO."""
    __slots__ = ()


class BinaryIO(IO[bytes]):
    """Typed version of the return of open() in binary mode."""
    __slots__ = ()


class TextIO(IO[str]):
    """Typed version of the return of open() in text mode."""
    __slots__ = ()


__all__ = [name for name in globals() if not name.startswith('_') and name not in ('T', 'KT', 'VT', 'T_co', 'T_contra')]
__all__ += ['ContextManager', 'AsyncContextManager']
del _name, _count
