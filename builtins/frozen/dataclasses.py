"""Data classes (PEP 557): decorators that write the methods of classes that mainly hold data."""
import sys
from types import GenericAlias, MappingProxyType, MemberDescriptorType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple', 'make_dataclass', 'replace',
           'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()
_EMPTY_METADATA = MappingProxyType({})


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _Kind('_FIELD')
_FIELD_CLASSVAR = _Kind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _Kind('_FIELD_INITVAR')
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class InitVar:
    __slots__ = 'type',

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            return f'dataclasses.InitVar[{self.type.__name__}]'
        return f'dataclasses.InitVar[{self.type!r}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


def _recursive_repr(function):
    running = set()

    def wrapper(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            return function(self)
        finally:
            running.discard(key)
    wrapper.__name__, wrapper.__qualname__, wrapper.__wrapped__ = function.__name__, function.__qualname__, function
    return wrapper


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @_recursive_repr
    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},init={self.init!r},'
                f'repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},'
                f'_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), '__set_name__', None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot')

    def __init__(self, **values):
        for name in self.__slots__:
            setattr(self, name, values[name])

    def __repr__(self):
        return f'_DataclassParams({",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- making methods

def _make_function(cls, name, parameters, body, names=None, annotations=None):
    """A method compiled from text; `names` are what its body may refer to besides its parameters."""
    names = dict(names or {})
    text = f'def make({", ".join(names)}):\n def {name}({", ".join(parameters)}):\n' + ''.join(f'  {line}\n' for line in body or ['pass']) + f' return {name}\n'
    module = sys.modules.get(cls.__module__)
    namespace = {}
    exec(text, module.__dict__ if module else {}, namespace)
    function = namespace['make'](**names)
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    if annotations:
        function.__annotations__ = annotations
    return function


def _init_function(cls, all_fields, frozen, has_post_init, slots, self_name):
    positional = [f for f in all_fields if not f.kw_only and f._field_type is not _FIELD_CLASSVAR]
    keyword = [f for f in all_fields if f.kw_only and f._field_type is not _FIELD_CLASSVAR]
    seen_default = None
    for f in positional:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')
    names = {'__dataclass_HAS_DEFAULT_FACTORY__': _HAS_DEFAULT_FACTORY, '__dataclass_builtins_object__': object}
    annotations = {}

    def parameter(f):
        annotations[f.name] = f.type
        if f.default is not MISSING:
            names[f'__dataclass_dflt_{f.name}__'] = f.default
            return f'{f.name}=__dataclass_dflt_{f.name}__'
        return f'{f.name}=__dataclass_HAS_DEFAULT_FACTORY__' if f.default_factory is not MISSING else f.name

    parameters = [self_name] + [parameter(f) for f in positional if f.init]
    named = [parameter(f) for f in keyword if f.init]
    if named:
        parameters += ['*'] + named
    annotations['return'] = None

    def assign(f):
        value = None
        if f.default_factory is not MISSING:
            names[f'__dataclass_dflt_{f.name}__'] = f.default_factory
            call = f'__dataclass_dflt_{f.name}__()'
            value = f'{call} if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}' if f.init else call
        elif f.init:
            value = f.name
        elif f.default is not MISSING and slots:
            names[f'__dataclass_dflt_{f.name}__'] = f.default
            value = f'__dataclass_dflt_{f.name}__'
        if value is None or f._field_type is _FIELD_INITVAR:
            return None
        if frozen:
            return f'__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})'
        return f'{self_name}.{f.name}={value}'

    body = [line for line in map(assign, (f for f in all_fields if f._field_type is not _FIELD_CLASSVAR)) if line]
    if has_post_init:
        init_only = ','.join(f.name for f in all_fields if f._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.__post_init__({init_only})')
    return _make_function(cls, '__init__', parameters, body, names, annotations)


def _tuple_text(name, some_fields):
    return f'({",".join(f"{name}.{f.name}" for f in some_fields)},)' if some_fields else '()'


# ---- reading the class

def _is_marker(annotation, cls, module_name, name, kind):
    """Whether an annotation says ClassVar or InitVar, as an object or as text that begins with a name for one ("typing.ClassVar[int]")."""
    wanted = sys.modules.get(module_name)
    if wanted is None:
        return False
    if isinstance(annotation, str):
        prefix, last = _leading_names(annotation)
        namespace = getattr(sys.modules.get(cls.__module__), '__dict__', {})
        if prefix:
            namespace = wanted.__dict__ if namespace.get(prefix) is wanted else {}
        annotation = namespace.get(last)
    marker = getattr(wanted, name)
    if kind is _FIELD_INITVAR:
        return annotation is marker or type(annotation) is marker
    return annotation is marker or getattr(annotation, '__origin__', None) is marker


def _leading_names(text):
    """('module', 'name') of text that begins with module.name, ('', 'name') where it begins with a name alone."""
    def leading_name(text):
        text = text.lstrip()
        end = next((i for i, c in enumerate(text) if not (c.isalnum() or c == '_')), len(text))
        return text[:end], text[end:].lstrip()
    first, rest = leading_name(text)
    if rest.startswith('.'):
        second, _ = leading_name(rest[1:])
        if second:
            return first, second
    return '', first


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, MemberDescriptorType):  # a slot: no default
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_marker(annotation, cls, 'typing', 'ClassVar', _FIELD_CLASSVAR):
        f._field_type = _FIELD_CLASSVAR
    elif _is_marker(annotation, cls, 'dataclasses', 'InitVar', _FIELD_INITVAR):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {name} is not allowed: use default_factory')
    return f


def _set_new(cls, name, value):
    """Sets an attribute unless the class defines it itself; True: it does."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    all_fields = {}
    setattr(cls, _PARAMS, _DataclassParams(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args, kw_only=kw_only,
                                           slots=slots, weakref_slot=weakref_slot))
    any_frozen_base = False
    all_frozen_bases = None
    has_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is None or _FIELDS not in base.__dict__:
            continue
        has_bases = True
        all_fields.update(base_fields)
        base_frozen = getattr(base, _PARAMS).frozen
        all_frozen_bases = base_frozen if all_frozen_bases is None else all_frozen_bases and base_frozen
        any_frozen_base = any_frozen_base or base_frozen
    annotations = cls.__dict__.get('__annotations__', {})
    own_fields = []
    kw_only_seen = False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or (isinstance(annotation, str) and annotation.strip() in ('KW_ONLY', 'dataclasses.KW_ONLY')):
            if kw_only_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only_seen = True
            kw_only = True
        else:
            own_fields.append(_get_field(cls, name, annotation, kw_only))
    for f in own_fields:
        all_fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, all_fields)
    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and '__eq__' in cls.__dict__))
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    values = [f for f in all_fields.values() if f._field_type is _FIELD]

    if init:
        self_name = '__dataclass_self__' if 'self' in all_fields else 'self'
        _set_new(cls, '__init__', _init_function(cls, list(all_fields.values()), frozen, hasattr(cls, '__post_init__'), slots, self_name))
    _set_new(cls, '__replace__', _replace)
    if repr:
        shown = ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in values if f.repr)
        made = _make_function(cls, '__repr__', ['self'], [f'return self.__class__.__qualname__ + f"({shown})"'])
        _set_new(cls, '__repr__', _recursive_repr(made))
        made.__qualname__ = '__create_fn__.<locals>.__repr__'  # by this pprint knows it
    if eq:
        compared = [f for f in values if f.compare]
        terms = ' and '.join(f'self.{f.name}==other.{f.name}' for f in compared) or 'True'
        _set_new(cls, '__eq__', _make_function(cls, '__eq__', ['self', 'other'], ['if self is other:', ' return True', 'if other.__class__ is self.__class__:',
                                                                                  f' return {terms}', 'return NotImplemented']))
    if order:
        compared = [f for f in values if f.compare]
        mine, theirs = _tuple_text('self', compared), _tuple_text('other', compared)
        for name, op in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            if _set_new(cls, name, _make_function(cls, name, ['self', 'other'], ['if other.__class__ is self.__class__:', f' return {mine}{op}{theirs}', 'return NotImplemented'])):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering')
    if frozen:
        names = _tuple_text_of_names(values)
        for name, parameters, verb in (('__setattr__', ['self', 'name', 'value'], 'assign to'), ('__delattr__', ['self', 'name'], 'delete')):
            body = [f'if type(self) is cls or name in {names}:', f' raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                    f'super(cls, self).{name}({", ".join(parameters[1:])})']
            if _set_new(cls, name, _make_function(cls, name, parameters, body, {'cls': cls, 'FrozenInstanceError': FrozenInstanceError})):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    _set_hash(cls, values, unsafe_hash, eq, frozen, has_explicit_hash)
    if not getattr(cls, '__doc__'):
        try:
            import inspect
            cls.__doc__ = cls.__name__ + str(inspect.signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            cls.__doc__ = cls.__name__
    if match_args:
        _set_new(cls, '__match_args__', tuple(f.name for f in all_fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR) and f.init and not f.kw_only))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, [f.name for f in values])
    update = getattr(sys.modules.get('abc'), 'update_abstractmethods', None)
    if update:
        update(cls)
    return cls


def _tuple_text_of_names(some_fields):
    return '{' + ', '.join(repr(f.name) for f in some_fields) + '}' if some_fields else '()'


def _set_hash(cls, values, unsafe_hash, eq, frozen, has_explicit_hash):
    """The table of the documentation: what __hash__ becomes."""
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    elif not eq or has_explicit_hash:
        return
    elif not frozen:
        cls.__hash__ = None
        return
    hashed = [f for f in values if (f.compare if f.hash is None else f.hash)]
    cls.__hash__ = _make_function(cls, '__hash__', ['self'], [f'return hash({_tuple_text("self", hashed)})'])


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _add_slots(cls, is_frozen, weakref_slot, field_names):
    """A new class with __slots__: they cannot be added to one that exists."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        own = base.__dict__.get('__slots__')
        if own is None:
            own = ['__weakref__'] if base.__weakrefoffset__ else []
            if base.__dictoffset__:
                own.append('__dict__')
        elif isinstance(own, str):
            own = own,
        elif hasattr(own, '__next__'):  # used up already
            raise TypeError(f"Slots of '{base.__name__}' cannot be determined")
        inherited.update(own)
    namespace['__slots__'] = tuple(name for name in (*field_names, *(('__weakref__',) if weakref_slot else ())) if name not in inherited)
    for name in field_names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if is_frozen:
        if '__getstate__' not in namespace:
            made.__getstate__ = _dataclass_getstate
        if '__setstate__' not in namespace:
            made.__setstate__ = _dataclass_setstate
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


# ---- functions about data classes

def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda pairs: dict_factory(pairs), True)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, tuple_factory, False)


def _convert(obj, make, with_names):
    if type(obj) in (int, float, str, bool, bytes, complex, type(None)):
        return obj
    if _is_dataclass_instance(obj):
        if with_names:
            return make([(f.name, _convert(getattr(obj, f.name), make, with_names)) for f in fields(obj)])
        return make([_convert(getattr(obj, f.name), make, with_names) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_convert(item, make, with_names) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_convert(item, make, with_names) for item in obj)
    if isinstance(obj, dict):
        pairs = ((_convert(key, make, with_names), _convert(value, make, with_names)) for key, value in obj.items())
        if hasattr(type(obj), 'default_factory'):
            made = type(obj)(obj.default_factory)
            for key, value in pairs:
                made[key] = value
            return made
        return type(obj)(pairs)
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    """Return a new dynamically created dataclass."""
    import keyword
    import types
    annotations, defaults, seen = {}, {}, set()
    for item in fields:
        if isinstance(item, str):
            name, tp = item, 'typing.Any'
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, default = item
            defaults[name] = default
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)
        annotations[name] = tp

    def body(names):
        names.update(namespace or {})
        names.update(defaults)
        names['__annotations__'] = annotations
    cls = types.new_class(cls_name, bases, {}, body)
    module = module or sys._getframemodulename(1)
    if module:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
