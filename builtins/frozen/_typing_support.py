"""The part of typing that the language itself needs: type parameters, Generic, type aliases (PEP 695, 696).

The interpreter calls the functions at the end; the module typing shows the classes.
"""
import sys

_BuiltinAlias = type(list[int])
_Union = type(int | str)
_Function = type(lambda: None)


class _NoDefaultType:
    __slots__ = ()

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(_NoDefaultType)
_NoDefaultType.__module__ = 'typing'


def type_repr(obj):
    """How a type is shown as the argument of another."""
    if isinstance(obj, type) and not isinstance(obj, _BuiltinAlias):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, _Function):
        return obj.__name__
    if isinstance(obj, (tuple, list)):
        return '[' + ', '.join(type_repr(item) for item in obj) + ']'
    return repr(obj)


def type_convert(argument, module=None):
    """None means its type, a str is a forward reference."""
    if argument is None:
        return type(None)
    if isinstance(argument, str):
        from typing import ForwardRef
        return ForwardRef(argument, module=module)
    return argument


def type_check(argument, message):
    argument = type_convert(argument)
    if type(argument) is tuple or (isinstance(argument, _GenericAlias) and argument.__origin__ in (Generic, _protocol())):
        raise TypeError(f"{argument} is not valid as type argument" if isinstance(argument, _GenericAlias) else f"{message} Got {argument!r:.100}.")
    if argument in (Generic, _protocol()):
        raise TypeError(f"Plain {argument} is not valid as type argument")
    return argument


def _protocol():
    typing = sys.modules.get('typing')
    return getattr(typing, 'Protocol', None) if typing else None


class _Lazy:
    """A value that a function computes when it is first asked for."""
    __slots__ = 'function',

    def __init__(self, function):
        self.function = function


class _Parameter:
    """What TypeVar, ParamSpec and TypeVarTuple share."""

    def _begin(self, name, default, depth=2):
        self.__name__ = name
        self._default = default
        module = sys._getframemodulename(depth)
        if module != 'typing':
            self.__module__ = module

    def _value(self, attribute):
        value = getattr(self, attribute)
        if isinstance(value, _Lazy):
            value = value.function()
            setattr(self, attribute, value)
        return value

    @property
    def __default__(self):
        return self._value('_default')

    def has_default(self):
        return self._default is not NoDefault

    def __init_subclass__(cls, *args, **kwargs):
        if cls.__module__ != __name__:
            raise TypeError(f"type 'typing.{cls.__base__.__name__}' is not an acceptable base type")

    def __or__(self, other):
        import typing
        return typing.Union[self, other]

    def __ror__(self, other):
        import typing
        return typing.Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__name__

    def __repr__(self):
        if getattr(self, '__infer_variance__', True):
            return self.__name__
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def _set_variance(self, covariant, contravariant, infer_variance):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)


class TypeVar(_Parameter):
    """Type variable."""

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        self._begin(name, default)
        self._set_variance(covariant, contravariant, infer_variance)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self._constraints = tuple(type_check(c, "TypeVar(name, constraint, ...): constraints must be types.") for c in constraints)
        self._bound = None if bound is None else type_check(bound, "Bound must be a type.")

    @property
    def __bound__(self):
        return self._value('_bound')

    @property
    def __constraints__(self):
        return self._value('_constraints')

    def __typing_subst__(self, argument):
        if isinstance(argument, TypeVarTuple) or getattr(argument, '__typing_is_unpacked_typevartuple__', False):
            raise TypeError(f"{argument} is not valid as type argument")
        return type_check(argument, "Parameters to generic types must be types.")

    def __typing_prepare_subst__(self, alias, args):
        place = alias.__parameters__.index(self)
        if place < len(args):
            return args
        if place == len(args) and self.has_default():
            return (*args, self.__default__)
        return args


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return type(other) is type(self) and self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._text}'

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_ParamSpecPart):
    """The args for a ParamSpec object."""
    _text = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    """The kwargs for a ParamSpec object."""
    _text = 'kwargs'


class ParamSpec(_Parameter):
    """Parameter specification variable."""

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        self._begin(name, default)
        self._set_variance(covariant, contravariant, infer_variance)
        self.__bound__ = None if bound is None else type_check(bound, "Bound must be a type.")

    @property
    def args(self):
        """Represents positional arguments."""
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        """Represents keyword arguments."""
        return ParamSpecKwargs(self)

    def __typing_subst__(self, argument):
        if isinstance(argument, list):
            return tuple(argument)
        if isinstance(argument, (tuple, ParamSpec)) or argument is ... or getattr(argument, '__origin__', None) is _concatenate():
            return argument
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {argument}")

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = parameters.index(self)
        if place == len(args) and self.has_default():
            args = [*args, self.__default__]
        if place >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        # C[int, str] means C[[int, str]] where the only parameter is a ParamSpec.
        if len(parameters) == 1 and not (isinstance(args[0], (tuple, list, ParamSpec)) or args[0] is ... or getattr(args[0], '__origin__', None) is _concatenate()):
            return (tuple(args),)
        if isinstance(args[place], list):
            args = (*args[:place], tuple(args[place]), *args[place + 1:])
        return tuple(args)


def _concatenate():
    typing = sys.modules.get('typing')
    return getattr(typing, 'Concatenate', None) if typing else None


class TypeVarTuple(_Parameter):
    """Type variable tuple: a placeholder for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        self._begin(name, default)

    def __iter__(self):
        import typing
        yield typing.Unpack[self]

    def __typing_subst__(self, argument):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        place = parameters.index(self)
        if any(isinstance(parameter, TypeVarTuple) for parameter in parameters[place + 1:]):
            raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        after = len(parameters) - place - 1
        if len(args) < place + after:
            raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(parameters) - 1}")
        if place == len(args) - after and self.has_default():
            middle = tuple(self.__default__)
        else:
            middle = tuple(args[place:len(args) - after])
        return (*args[:place], middle, *args[len(args) - after:])


class TypeAliasType:
    """Type alias."""

    def __init__(self, name, value, *, type_params=()):
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        self.__dict__.update(__name__=name, _value=value, _params=type_params, __module__=sys._getframemodulename(1))

    @property
    def __value__(self):
        if isinstance(self._value, _Lazy):
            self.__dict__['_value'] = self._value.function()
        return self._value

    @property
    def __type_params__(self):
        return self._params

    @property
    def __parameters__(self):
        return tuple(item for parameter in self._params for item in (parameter if isinstance(parameter, TypeVarTuple) else (parameter,)))

    def __setattr__(self, name, value):
        if name in ('__name__', '__value__', '__type_params__', '__parameters__', '__module__'):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r}")

    def __getitem__(self, arguments):
        if not self._params:
            raise TypeError("Only generic type aliases are subscriptable")
        return _BuiltinAlias(self, arguments)

    def __or__(self, other):
        import typing
        return typing.Union[self, other]

    def __ror__(self, other):
        import typing
        return typing.Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of TypeAliasType")

    def __call__(self, *args, **kwargs):
        raise TypeError("Type alias is not callable")

    def __reduce__(self):
        return self.__name__

    def __repr__(self):
        return self.__name__


# ---- Generic

def collect_parameters(arguments):
    """The type parameters that stand in some arguments, each once, in order."""
    found = []
    for argument in arguments:
        if isinstance(argument, type) and not isinstance(argument, _BuiltinAlias):
            continue
        if isinstance(argument, (tuple, list)):
            inner = collect_parameters(argument)
        elif hasattr(argument, '__typing_subst__'):
            inner = argument,
        else:
            inner = getattr(argument, '__parameters__', ())
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _is_unpacked(argument):
    return isinstance(argument, _GenericAlias) and getattr(argument, '__typing_is_unpacked_typevartuple__', False)


def substitute(alias, arguments):
    """The arguments of `alias` with its parameters replaced."""
    if not isinstance(arguments, tuple):
        arguments = arguments,
    arguments = tuple(type_convert(argument) for argument in arguments)
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(f"{alias} is not a generic class")
    for parameter in parameters:
        prepare = getattr(parameter, '__typing_prepare_subst__', None)
        if prepare:
            arguments = prepare(alias, arguments)
    if len(arguments) != len(parameters):
        raise TypeError(f"Too {'many' if len(arguments) > len(parameters) else 'few'} arguments for {alias}; "
                        f"actual {len(arguments)}, expected {len(parameters)}")
    return _replace(alias.__args__, dict(zip(parameters, arguments)))


def _replace(arguments, values):
    result = []
    for argument in arguments:
        if isinstance(argument, type) and not isinstance(argument, _BuiltinAlias):
            result.append(argument)
        elif isinstance(argument, (tuple, list)):
            result.append(type(argument)(_replace(argument, values)))
        elif _is_unpacked(argument):
            value = values[argument.__args__[0]]
            result.extend(value if isinstance(value, tuple) else (value,))
        elif hasattr(argument, '__typing_subst__'):
            value = argument.__typing_subst__(values[argument])
            result.append(value)
        elif getattr(argument, '__parameters__', ()):
            inner = []
            for parameter in argument.__parameters__:
                value = values[parameter]
                if isinstance(parameter, TypeVarTuple):
                    inner.extend(value)
                else:
                    inner.append(value)
            result.append(argument[tuple(inner)])
        else:
            result.append(argument)
    return tuple(result)


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


class _GenericAlias:
    """A generic class with its arguments: Box[int]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        if not isinstance(args, tuple):
            args = args,
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = collect_parameters(args)
        if not name:
            self.__module__ = getattr(origin, '__module__', 'typing')

    def copy_with(self, arguments):
        return type(self)(self.__origin__, arguments, inst=self._inst, name=self._name)

    def __getitem__(self, arguments):
        if self.__origin__ in (Generic, _protocol()):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        return self.copy_with(substitute(self, arguments))

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:  # instances without a dict, or with a __setattr__ that refuses
            pass
        return result

    def __mro_entries__(self, bases):
        if self._name:
            entries = []
            if self.__origin__ not in bases:
                entries.append(self.__origin__)
            place = bases.index(self)
            if not any(isinstance(base, _GenericAlias) or (isinstance(base, type) and issubclass(base, Generic)) for base in bases[place + 1:]):
                entries.append(Generic)
            return tuple(entries)
        if self.__origin__ is Generic:
            if _protocol() is not None and _protocol() in bases:
                return ()
            place = bases.index(self)
            if any(isinstance(base, _GenericAlias) and base is not self for base in bases[place + 1:]):
                return ()
        return (self.__origin__,)

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name or getattr(self.__origin__, name)
        if '__origin__' in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in ('_inst', '_name'):
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        import typing
        return typing.Union[self, other]

    def __ror__(self, other):
        import typing
        return typing.Union[other, self]

    def __iter__(self):
        import typing
        yield typing.Unpack[self]

    def __repr__(self):
        name = f'typing.{self._name}' if self._name else type_repr(self.__origin__)
        shown = ', '.join(type_repr(argument) for argument in self.__args__) or '()'
        return f'{name}[{shown}]'

    def __reduce__(self):
        import operator
        return operator.getitem, (self.__origin__, self.__args__ if len(self.__args__) != 1 else self.__args__[0])

    def __dir__(self):
        return sorted(set(object.__dir__(self)) | {name for name in dir(self.__origin__) if not _is_dunder(name)})


def _check_new_parameters(cls, arguments):
    name = cls.__name__
    if not arguments:
        raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
    for argument in arguments:
        if not (isinstance(argument, _Parameter) or _is_unpacked(argument)):
            raise TypeError(f"Parameters to {name}[...] must all be type variables or parameter specification variables.")
    if len(set(arguments)) != len(arguments):
        raise TypeError(f"Parameters to {name}[...] must all be unique")


class Generic:
    """Abstract base class for generic types."""
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, arguments):
        if not isinstance(arguments, tuple):
            arguments = arguments,
        arguments = tuple(type_convert(argument) for argument in arguments)
        if cls in (Generic, _protocol()):
            _check_new_parameters(cls, arguments)
            return _GenericAlias(cls, arguments)
        parameters = cls.__parameters__
        if not parameters:
            raise TypeError(f"{cls} is not a generic class")
        for parameter in parameters:
            prepare = getattr(parameter, '__typing_prepare_subst__', None)
            if prepare:
                arguments = prepare(cls, arguments)
        if len(arguments) != len(parameters):
            raise TypeError(f"Too {'many' if len(arguments) > len(parameters) else 'few'} arguments for {cls}; "
                            f"actual {len(arguments)}, expected {len(parameters)}")
        flat = []
        for parameter, argument in zip(parameters, arguments):
            if isinstance(parameter, TypeVarTuple):
                flat.extend(argument)
            else:
                flat.append(tuple(argument) if isinstance(argument, list) else argument)
        return _GenericAlias(cls, tuple(flat))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own_bases = cls.__dict__.get('__orig_bases__')
        if Generic in (own_bases if own_bases is not None else cls.__bases__) and cls.__name__ != 'Protocol':
            raise TypeError("Cannot inherit from plain Generic")
        parameters = ()
        if own_bases is not None:
            parameters = collect_parameters(own_bases)
            listed = None
            for base in own_bases:
                if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, _protocol()):
                    if listed is not None:
                        raise TypeError("Cannot inherit from Generic[...] multiple times." if base.__origin__ is Generic else
                                        "Cannot inherit from both Generic[...] and Protocol[...].")
                    listed = base
            if listed is not None:
                missing = [parameter for parameter in parameters if parameter not in listed.__parameters__]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(map(repr, missing))}) are not listed in "
                                    f"{listed.__origin__.__name__}[{', '.join(map(repr, listed.__parameters__))}]")
                parameters = listed.__parameters__
        cls.__parameters__ = tuple(parameters)


for _class in (TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, Generic, ParamSpecArgs, ParamSpecKwargs, _GenericAlias):
    _class.__module__ = 'typing'


# ---- what the interpreter calls

def _inferred(made):
    made.__infer_variance__ = True
    made.__module__ = sys._getframemodulename(2)
    return made


def typevar(name):
    return _inferred(TypeVar(name))


def typevar_with_bound(name, bound):
    made = TypeVar(name)
    made._bound = _Lazy(bound)
    return _inferred(made)


def typevar_with_constraints(name, constraints):
    made = TypeVar(name)
    made._constraints = _Lazy(constraints)
    return _inferred(made)


def paramspec(name):
    return _inferred(ParamSpec(name))


def typevartuple(name):
    made = TypeVarTuple(name)
    made.__module__ = sys._getframemodulename(1)
    return made


def set_default(parameter, default):
    parameter._default = _Lazy(default)
    return parameter


def subscript_generic(parameters):
    if any(isinstance(item, TypeVarTuple) for item in parameters):
        import typing
        parameters = tuple(typing.Unpack[item] if isinstance(item, TypeVarTuple) else item for item in parameters)
    return _GenericAlias(Generic, tuple(parameters))


def type_alias(name, parameters, value):
    made = TypeAliasType(name, _Lazy(value), type_params=parameters or ())
    made.__dict__['__module__'] = sys._getframemodulename(1)
    return made
