"""Enumerations (PEP 435): classes whose attributes are a closed set of named constants."""
import sys
from operator import and_ as _and, or_ as _or, xor as _xor

from _enum_body import EnumDict, _bits, _is_descriptor, _is_dunder, _is_private, _is_single_bit, _is_sunder, auto, member, nonmember, property
from _enum_class import EnumType, _bind, _bind_value, _find, _is_flag, _FUNCTIONAL_SIGNATURE, roots as _roots

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property', 'verify', 'member',
           'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck',
           'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

EnumMeta = EnumType
_EnumDict = EnumDict


class Enum(metaclass=EnumType):
    """The base class of enumerations: what its subclasses' bodies assign are their members.

    A member has a name and a value; it is found by Color.RED, Color['RED'] and Color(value).
    """
    _member_names_ = ()
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = ()
    _unhashable_values_map_ = {}
    _member_type_ = object
    _value_repr_ = None
    _new_member_ = object.__new__

    @classmethod
    def __signature__(cls):
        return '(*values)' if cls._member_names_ else _FUNCTIONAL_SIGNATURE

    def __new__(cls, value):
        """The member of a value. ValueError: there is none, and _missing_ knows of none."""
        if value.__class__ is cls and type(value) is cls:
            return value
        found = _find(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            if '_members_' in vars(cls):
                raise TypeError('do not use `super().__new__; call the appropriate __new__ directly')
            raise TypeError(f'{cls!r} has no members defined')
        unknown = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        try:
            found = cls._missing_(value)
        except Exception as error:
            if not isinstance(error, ValueError):
                error.__context__ = unknown
            raise
        if isinstance(found, cls) or isinstance(found, int) and _is_flag(cls) and cls._boundary_ is EJECT:
            return found
        if found is None:
            raise unknown
        error = TypeError(f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member')
        error.__context__ = unknown
        raise error

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """What auto() stands for: one more than the largest value so far."""
        try:
            largest = max(last_values, default=None)
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        if not last_values:
            return start
        try:
            return largest + 1
        except TypeError:
            raise TypeError(f'unable to increment {largest!r}') from None

    @classmethod
    def _missing_(cls, value):
        """For subclasses: the member of a value that none has; None where there is none."""
        return None

    def _add_alias_(self, name):
        """Makes the member known by another name."""
        _bind(self.__class__, name, self)

    def _add_value_alias_(self, value):
        """Makes the member known by another value."""
        known = _find(self.__class__, value)
        if known is None:
            _bind_value(self.__class__, value, self)
        elif known is not self:
            raise ValueError(f'{value!r} is already bound: {known!r}')

    @property
    def name(self):
        """The member's name."""
        return self._name_

    @property
    def value(self):
        """The member's value."""
        return self._value_

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {_shown_value(self)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __dir__(self):
        cls = self.__class__
        shown = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if cls._member_type_ is not object:
            shown.update(object.__dir__(self))
        shown.update(name for name in getattr(self, '__dict__', ()) if not name.startswith('_') and name not in cls._member_map_)
        for base in cls.__mro__:
            for name, attribute in vars(base).items():
                if name.startswith('_'):
                    continue
                if name not in cls._member_map_ or isinstance(attribute, property) and attribute.fget is not None:
                    shown.add(name)
                elif isinstance(attribute, property):
                    shown.discard(name)
        return sorted(shown)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_roots.Enum = Enum


def _shown_value(made):
    return (made.__class__._value_repr_ or repr)(made._value_)


class ReprEnum(Enum):
    """An enumeration whose members' str() and format() are those of their values; repr() names the member."""


_roots.ReprEnum = ReprEnum


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strings; auto() is the name in lower case."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        complaints = '{!r} is not a string', 'encoding must be a string, not {!r}', 'errors must be a string, not {!r}'
        for position, (value, complaint) in enumerate(zip(values, complaints)):
            if not isinstance(value, str) and (position or len(values) == 1):  # of several, the first is to be decoded
                raise TypeError(complaint.format(value))
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of a value with bits that no flag has.

    STRICT raises ValueError, CONFORM leaves them out, EJECT gives an int, KEEP keeps them.
    """
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = _roots.KEEP = FlagBoundary.KEEP


# ---- flags

def _flag_operator(name, symbol, combine):
    """The method of flags that combines bits."""
    def operate(self, other):
        bits = self._bits_of(other)
        if bits is NotImplemented:
            return NotImplemented
        for operand in self, other:
            if self._bits_of(operand) is None:
                raise TypeError(f"'{operand}' cannot be combined with other flags with {symbol}")
        return self.__class__(combine(self._value_, bits))
    operate.__name__ = name
    operate.__qualname__ = f'Flag.{name}'
    return operate


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members are bits, which combine with |, &, ^ and ~ to further values of the class."""
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """What auto() stands for: the bit above the highest one so far."""
        if not last_values:
            return 1 if start is None else start
        largest = max(last_values)
        try:
            return 1 << largest.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {largest!r}') from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The flags that a value consists of, the lowest bit first."""
        return map(cls._value2member_map_.get, _bits(value & cls._flag_mask_))

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The same in the order of their definition."""
        return iter(sorted(cls._iter_member_by_value_(value), key=lambda flag: flag._sort_order_))

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _missing_(cls, value):
        """The combination of flags that a value is. A new one is kept: there is one object for each value."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        asked = value
        if value & (cls._all_bits_ ^ cls._flag_mask_) or not ~cls._all_bits_ <= value <= cls._all_bits_:
            value = cls._within_boundary(value)
            if cls._boundary_ is EJECT:
                return value
        if value < 0:
            value = cls._all_bits_ + 1 + value if cls._boundary_ in (EJECT, KEEP) else value & cls._singles_mask_
        name = cls._name_of_bits(value)
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = name
        made = cls._value2member_map_.setdefault(value, made)
        if asked < 0:
            cls._value2member_map_[asked] = made
        return made

    @classmethod
    def _within_boundary(cls, value):
        """What the boundary makes of a value with bits that no flag has."""
        if cls._boundary_ is STRICT:
            width = max(value.bit_length(), cls._flag_mask_.bit_length())
            raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(cls._flag_mask_, width)}')
        if cls._boundary_ is CONFORM:
            return value & cls._flag_mask_
        if cls._boundary_ is KEEP and value < 0:
            return value + max(cls._all_bits_ + 1, 1 << value.bit_length())
        return value

    @classmethod
    def _name_of_bits(cls, value):
        """The names of the flags in a value, joined by |, with a number for bits without a name; None where no flag is in it."""
        nameless = value & ~cls._flag_mask_
        if nameless and cls._boundary_ is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {nameless!r} [{bin(nameless)}]')
        flags = [flag for flag in cls._iter_member_(value & cls._singles_mask_) if flag is not None]
        if value & ~cls._singles_mask_:
            for several in cls._member_map_.values():  # names of several bits
                if several._value_ and several._value_ & value == several._value_ and several not in flags:
                    flags.append(several)
        rest = value
        for flag in flags:
            rest = rest & ~flag._value_
        if not flags:
            return None
        if rest and cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {rest!r}')
        names = [flag._name_ for flag in flags]
        return '|'.join(names + [cls._numeric_repr_(rest)] if rest else names)

    def _bits_of(self, operand):
        """The bits of what a flag is combined with; NotImplemented for what is none."""
        if isinstance(operand, self.__class__):
            return operand._value_
        if self._member_type_ is object or not isinstance(operand, self._member_type_):
            return NotImplemented
        return operand

    __or__ = __ror__ = _flag_operator('__or__', '|', _or)
    __and__ = __rand__ = _flag_operator('__and__', '&', _and)
    __xor__ = __rxor__ = _flag_operator('__xor__', '^', _xor)

    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        if self._inverted_ is None:
            others = ~self._value_
            if self._boundary_ is STRICT or self._boundary_ is CONFORM:
                others &= self._singles_mask_
            self._inverted_ = self.__class__(others)
        return self._inverted_

    def __contains__(self, other):
        """Whether all bits of another flag are in this one."""
        if isinstance(other, self.__class__):
            return not other._value_ & ~self._value_
        raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")

    def __iter__(self):
        """The flags of one bit that are in this one, in the order of the class."""
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return self._value_ != 0

    def __repr__(self):
        name = '' if self._name_ is None else f'.{self._name_}'
        return f'<{self.__class__.__name__}{name}: {_shown_value(self)}>'

    def __str__(self):
        return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else super().__str__()


_roots.Flag = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints, and combine with ints."""


def bin(num, max_bits=0):
    """The binary digits of a number, its sign (0 or 1) first and apart: 0b0 1010."""
    width = max(num.bit_length(), max_bits or 0)
    return f'0b{int(num < 0)} {num & ((1 << width) - 1):0{width}b}'


def show_flag_values(value):
    """The powers of two that a value consists of."""
    return list(_bits(value))


# ---- checks

def unique(enumeration):
    """Decorator of enumerations that refuses two names for one value."""
    aliases = _aliases_of(enumeration)
    if aliases:
        raise ValueError(f'duplicate values found in {enumeration!r}: {aliases}')
    return enumeration


def _aliases_of(enumeration):
    return ', '.join(f'{name} -> {made.name}' for name, made in enumeration.__members__.items() if name != made.name)


class EnumCheck(StrEnum):
    """What verify() can hold an enumeration to: no gaps between values, a name for each bit of a name of several bits, no aliases."""
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


def _check_unique(enumeration):
    aliases = _aliases_of(enumeration)
    return aliases and f'aliases found in {enumeration!r}: {aliases}'


def _check_continuous(enumeration):
    values = {made.value for made in enumeration}
    if len(values) < 2:
        return None
    low, high = min(values), max(values)
    if _is_flag(enumeration):
        kind, expected = 'flag', range(low.bit_length() - 1, high.bit_length())
        missing = [1 << bit for bit in expected if 1 << bit not in values]
    else:
        kind, missing = 'enum', [value for value in range(low, high) if value not in values]
    return missing and f'invalid {kind} {enumeration.__name__!r}: missing values {", ".join(map(str, missing))}'


def _check_named_flags(enumeration):
    named = {made.value for made in enumeration}
    names, missing = [], 0
    for name, made in enumeration.__members__.items():
        nameless = 0
        if made.value >= 0:
            nameless = sum(bit for bit in _bits(made.value) if bit not in named)
        if nameless:
            names.append(name)
            missing |= nameless
    if not names:
        return None
    subject = f'alias {names[0]} is' if len(names) == 1 else f'aliases {", ".join(names[:-1])} and {names[-1]} are'
    lacking = 'value' if _is_single_bit(missing) else 'combined values of'
    return f'invalid Flag {enumeration.__name__!r}: {subject} missing {lacking} 0x{missing:x} [use enum.show_flag_values(value) for details]'


class verify:
    """Decorator of enumerations that holds them to conditions: verify(UNIQUE, CONTINUOUS)."""
    _functions = {UNIQUE: _check_unique, CONTINUOUS: _check_continuous, NAMED_FLAGS: _check_named_flags}

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            complaint = self._functions[check](enumeration)
            if complaint:
                raise ValueError(complaint)
        return enumeration


# ---- members as names of their module

def _short_module(made):
    return made.__class__.__module__.rpartition('.')[2]


def global_enum_repr(self):
    """A repr() that names the module in place of the class."""
    return f'{_short_module(self)}.{self._name_}'


def global_flag_repr(self):
    """The same for flags, each of a combination named."""
    module = _short_module(self)
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    parts = self._name_.split('|')
    return '|'.join(part if part[0].isdigit() else f'{module}.{part}' for part in parts)


def global_str(self):
    """A str() that is the name alone."""
    if self._name_ is not None:
        return self._name_
    return f'{self.__class__.__name__}({self._value_!r})'


def global_enum(cls, update_str=False):
    """Decorator that puts an enumeration's members in its module, and shows them as names of the module."""
    cls.__repr__ = global_flag_repr if _is_flag(cls) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    """A __reduce_ex__ for members that are names of their module."""
    return self.name


def pickle_by_enum_name(self, proto):
    """A __reduce_ex__ that finds members by their names."""
    return getattr, (self.__class__, self._name_)


_reduce_ex_by_global_name = pickle_by_global_name


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Decorator that makes an enumeration of a plain class."""
    def convert_class(cls):
        metacls = type(etype)
        body = metacls.__prepare__(cls.__name__, (etype,))
        body.update((name, value) for name, value in vars(cls).items() if name not in ('__dict__', '__weakref__', '__static_attributes__', '__firstlineno__'))
        made = metacls(cls.__name__, (etype,), body, boundary=boundary)
        made.__qualname__ = cls.__qualname__
        return made
    return convert_class
