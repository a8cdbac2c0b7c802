"""How enumerations are made of their bodies: the metaclass. A part of enum, which enters its base classes in `roots`."""
import sys
from types import MappingProxyType

from _enum_body import EnumDict, _is_single_bit, _names_in, _shadow

__name__ = 'enum'


class roots:
    """Enum, those derived from it that the metaclass treats apart, and the boundary KEEP; None until they exist."""
    Enum = Flag = ReprEnum = KEEP = None


# What ReprEnum alone lets a data type have a say in; and what combines flags.
_PRESENTATION = '__repr__', '__str__', '__format__', '__reduce_ex__'
_COMBINATION = '__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'
_FUNCTIONAL_SIGNATURE = '(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)'


def _is_flag(cls):
    return roots.Flag is not None and issubclass(cls, roots.Flag)


def _parent_of(bases):
    """The enumeration that is extended: the last base. None: Enum itself is being made."""
    if roots.Enum is None or not bases:
        return roots.Enum
    if not isinstance(bases[-1], EnumType):
        raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
    return bases[-1]


def _refuse_members(name, bases):
    """An enumeration that has members is closed."""
    for base in bases:
        for cls in base.__mro__:
            if isinstance(cls, EnumType) and cls._member_names_:
                raise TypeError(f'<enum {name!r}> cannot extend {cls!r}')


def _data_type_of(name, bases):
    """The type of values that the bases mix in; object when they do not."""
    found = {}
    for base in bases:
        lowest = None  # that of a chain of mix-ins which ends in a class that makes values
        for cls in base.__mro__[:-1]:
            if isinstance(cls, EnumType):
                if cls._member_type_ is object:
                    continue
                found[cls._member_type_] = True
                break
            lowest = lowest or cls
            if not vars(cls).keys().isdisjoint(('__new__', '__dataclass_fields__')):
                found[lowest] = True
                break
    if len(found) > 1:
        raise TypeError(f'too many data types for {name!r}: {set(found)!r}')
    return next(iter(found), object)


def _maker_of(body, data_type, parent):
    """The function that makes members: the body's own, one that was inherited, the data type's."""
    own = body.get('__new__')
    if own is not None:
        return getattr(own, '__func__', own)
    unspecific = None, None.__new__, object.__new__, roots.Enum and roots.Enum.__new__
    for attribute in '__new_member__', '__new__':
        for source in data_type, parent:
            maker = getattr(source, attribute, None)
            if maker not in unspecific:
                return maker
    return object.__new__


def _value_repr_of(bases):
    """The function that shows values as what is mixed in does; None: repr()."""
    for cls in (cls for base in bases for cls in base.__mro__[:-1]):
        if isinstance(cls, EnumType):
            return cls._value_repr_
        own = vars(cls)
        if '__repr__' in own:
            parameters = own.get('__dataclass_params__')
            return _dataclass_repr if parameters is not None and parameters.repr else own['__repr__']
    return None


def _dataclass_repr(value):
    """A dataclass's fields without its name, which the member's takes the place of."""
    return ', '.join(f'{name}={getattr(value, name)!r}' for name, field in value.__dataclass_fields__.items() if field.repr)


class _Members:
    """Stands in a new class's namespace, as _members_, in place of its members, and makes them as soon as there is a class: before __init_subclass__."""

    def __init__(self, pairs, data_type, maker, takes_value):
        self.pairs = pairs
        self.data_type = data_type
        self.maker = maker
        self.takes_value = takes_value

    def __set_name__(self, cls, name):
        for member_name, value in self.pairs:
            _register(cls, member_name, self.make(cls, member_name, value))
        delattr(cls, name)

    def make(self, cls, name, value):
        arguments = value if isinstance(value, tuple) and self.data_type is not tuple else (value,)
        made = self.maker(cls, *arguments) if self.takes_value else self.maker(cls)
        if not hasattr(made, '_value_'):
            made._value_ = value if self.data_type is object else self.convert(arguments)
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*arguments)
        made._sort_order_ = len(cls._member_names_)
        return made

    def convert(self, arguments):
        try:
            return self.data_type(*arguments)
        except Exception as error:
            raise TypeError('_value_ not set in __new__, unable to create it') from error


def _register(cls, name, made):
    """Enters a member; the name becomes an alias when there is one of the same value."""
    value = made._value_
    known = _find(cls, value)
    if known is not None:
        made = known
    elif not _is_flag(cls) or _counts_as_flag(cls, value):
        cls._member_names_.append(name)
    _bind(cls, name, made)
    _bind_value(cls, value, made)


def _counts_as_flag(cls, value):
    """Widens a flag's masks by a value. Whether a member of it is canonical: it has exactly one bit, or is no number."""
    if not isinstance(value, int):
        return value is not None
    single = _is_single_bit(value)
    cls._flag_mask_ |= value
    cls._singles_mask_ |= value if single else 0
    cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
    return single


def _find(cls, value):
    """The member of a value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:  # it cannot be hashed
        for name, others in cls._unhashable_values_map_.items():
            if value in others:
                return cls._member_map_[name]
        return next((made for made in cls._member_map_.values() if made._value_ == value), None)


def _bind(cls, name, made):
    """Makes a member known by a name. NameError: another one is."""
    known = cls._member_map_.get(name)
    if known is not None:
        if known is not made:
            raise NameError(f'{name!r} is already bound: {known!r}')
        return
    type.__setattr__(cls, name, _shadow(cls, name, made))
    cls._member_map_[name] = made


def _bind_value(cls, value, made):
    """Makes a member known by a value, unless there is one that is."""
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(made._name_, []).append(value)


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, name, bases, /, **kwds):
        _refuse_members(name, bases)
        parent = _parent_of(bases)
        if parent is None:
            return {}
        _data_type_of(name, bases)
        body = EnumDict(name)
        body['_generate_next_value_'] = parent._generate_next_value_
        return body

    def __new__(metacls, name, bases, body, /, *, boundary=None, **kwds):
        parent = _parent_of(bases)
        if parent is None:
            return type.__new__(metacls, name, bases, body)
        body.setdefault('_ignore_', []).append('_ignore_')
        for key in body['_ignore_']:
            body.pop(key, None)
        member_names = list(body._member_names)
        forbidden = {'mro', ''}.intersection(member_names)
        if forbidden:
            raise ValueError(f'invalid enum member name(s) {",".join(map(repr, forbidden))}')
        data_type = _data_type_of(name, bases)
        maker = _maker_of(body, data_type, parent)
        takes_value = maker not in (roots.Enum.__new__, object.__new__)

        namespace = dict(body)
        order = namespace.pop('_order_', None)
        pairs = [(key, namespace.pop(key)) for key in member_names]
        generate = namespace['_generate_next_value_']
        namespace['_generate_next_value_'] = generate if isinstance(generate, staticmethod) else staticmethod(generate)
        if '__new__' in namespace:
            namespace['__new_member__'] = maker
        namespace['__new__'] = roots.Enum.__new__  # which looks members up
        namespace.update(_member_names_=[], _member_map_={}, _value2member_map_={}, _unhashable_values_=[], _unhashable_values_map_={}, _member_type_=data_type,
                         _value_repr_=_value_repr_of(bases), _new_member_=maker, _use_args_=takes_value, _members_=_Members(pairs, data_type, maker, takes_value))
        if boundary is not None or any(map(_is_flag, bases)):
            namespace.update(_boundary_=boundary or parent._boundary_, _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None)
        try:
            cls = type.__new__(metacls, name, bases, namespace, **kwds)
        except Exception as error:
            if hasattr(error, '__notes__'):  # which class's __set_name__ failed is our affair
                del error.__notes__
            raise
        cls._settle_methods(body, bases, parent, data_type)
        if _is_flag(cls):
            cls._settle_flags()
        if order is not None:
            cls._check_order(_names_in(order))
        return cls

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def _settle_methods(cls, body, bases, parent, data_type):
        """Decides whether the enumeration or its data type presents members; operators of flags are Flag's, whatever the data type has."""
        if roots.ReprEnum in bases:
            if '__format__' not in body:
                cls.__format__ = data_type.__format__
            if '__str__' not in body:
                cls.__str__ = data_type.__repr__ if data_type.__str__ is object.__str__ else data_type.__str__
        for key in _PRESENTATION:
            if key not in body and getattr(cls, key) in (getattr(data_type, key), getattr(object, key)) and key not in vars(cls):
                setattr(cls, key, getattr(parent, key))
        if _is_flag(cls):
            for key in _COMBINATION:
                if key not in body:
                    setattr(cls, key, getattr(roots.Flag, key))

    def _settle_flags(cls):
        values = [made._value_ for made in cls]
        if sorted(values) != values:
            cls._iter_member_ = cls._iter_member_by_def_

    def _check_order(cls, stated):
        aliases = cls._member_map_.keys() - cls._member_names_
        stated = [name for name in stated if name not in aliases]
        if stated != cls._member_names_:
            raise TypeError(f'member order does not match _order_:\n  {cls._member_names_!r}\n  {stated!r}')

    def __bool__(cls):
        return True

    def __call__(cls, value, names=..., *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """Looks up the member of a value; of a class without members, makes an enumeration of names."""
        if cls._member_map_:
            return cls.__new__(cls, value if names is ... else (value, names, *values))
        if names is ... and type is None:
            raise TypeError(f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')
        pairs = () if names is ... or names is None else cls._numbered(names, start)
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        body = metacls.__prepare__(value, bases)
        for pair in pairs:
            body[pair[0]] = pair[1]
        for key, found in ('__module__', module or sys._getframemodulename(1)), ('__qualname__', qualname):
            if found is not None:
                body[key] = found
        return metacls.__new__(metacls, value, bases, body, boundary=boundary)

    def _numbered(cls, names, start):
        """Pairs of a name and a value, of what the functional form takes: a text, names, pairs, a mapping."""
        if isinstance(names, str):
            names = _names_in(names)
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                values.append(cls._generate_next_value_(name, start, count, values[:]))
            return list(zip(names, values))
        return [(item, names[item]) if isinstance(item, str) else item for item in names]

    def __contains__(cls, value):
        """Whether value is a member, or the value of one."""
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __getitem__(cls, name):
        """The member of that name."""
        return cls._member_map_[name]

    def __iter__(cls):
        """The members in the order of their definition, each once."""
        for name in cls._member_names_:
            yield cls._member_map_[name]

    def __reversed__(cls):
        for name in cls._member_names_[::-1]:
            yield cls._member_map_[name]

    def __len__(cls):
        """How many members there are, aliases not counted."""
        return len(cls._member_names_)

    @property
    def __members__(cls):
        """All names, those of aliases included, and their members; read-only."""
        return MappingProxyType(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in vars(cls).get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in vars(cls).get('_member_map_', ()):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        shown = set('__class__ __contains__ __doc__ __getitem__ __init_subclass__ __iter__ __len__ __members__ __module__ __name__ __qualname__'.split())
        shown.update(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            shown.add('__new__')
        return sorted(shown if cls._member_type_ is object else shown.union(dir(cls._member_type_)))

    def __repr__(cls):
        return f'<{"flag" if _is_flag(cls) else "enum"} {cls.__name__!r}>'

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes an enumeration of those constants of a module whose names pass a filter, and puts it and its members in the module."""
        target = vars(sys.modules[module])
        constants = [pair for pair in (vars(source) if source else target).items() if filter(pair[0])]
        constants.sort(key=lambda pair: pair[0])
        try:
            constants.sort(key=lambda pair: pair[1])
        except TypeError:
            pass  # values that have no order: by their names
        body = cls.__class__.__prepare__(name, (cls,))
        body.update(constants)
        body['__module__'] = module
        made = cls.__class__(name, (cls,), body, boundary=boundary or roots.KEEP)
        if as_global:
            from enum import global_enum
            global_enum(made)
        else:
            target.update(made.__members__)
        target[name] = made
        return made

