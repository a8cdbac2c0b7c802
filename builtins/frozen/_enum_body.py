"""What stands in the body of an enumeration, and which of it becomes a member. A part of enum."""
from types import DynamicClassAttribute

__name__ = 'enum'  # where users, pickles and messages find what is defined here

# Names of one underscore that a body may set; the others are kept for later.
_SETTINGS = frozenset('_%s_' % name for name in (
    'order generate_next_value numeric_repr missing ignore iter_member iter_member_by_value iter_member_by_def add_alias add_value_alias').split())


class _Marked:
    """A value with a statement on what it is to be."""

    def __init__(self, value):
        self.value = value


class member(_Marked):
    """Makes a member of a value that would not become one: a function, a descriptor, a class."""


class nonmember(_Marked):
    """Keeps a value as it is: an attribute, no member."""


class _AutoNull:
    def __repr__(self):
        return '_auto_null'


_auto_null = _AutoNull()


class auto:
    """Stands for the value that _generate_next_value_ gives."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


# ---- names and values

def _enclosed(name, mark):
    """Whether mark stands on both sides of something that neither begins nor ends with an underscore."""
    inner = name[len(mark):-len(mark)]
    return inner != '' and inner[0] != '_' != inner[-1] and name == mark + inner + mark


def _is_dunder(name):
    return _enclosed(name, '__')


def _is_sunder(name):
    return _enclosed(name, '_')


def _is_private(class_name, name):
    """Whether the name is one that the compiler mangled for that class."""
    own = name.removeprefix(f'_{class_name}__')
    return own not in ('', name) and not own.endswith('__')


def _is_descriptor(value):
    return any(hasattr(value, name) for name in ('__get__', '__set__', '__delete__'))


def _is_inner_class(class_name, value):
    """Whether the value is a class that was defined in the body of the class of that name."""
    if class_name is None or not isinstance(value, type):
        return False
    return f'.{value.__qualname__}'.endswith(f'.{class_name}.{value.__name__}')


def _bits(number):
    """The powers of two that add up to a number, the smallest first."""
    if number < 0:
        raise ValueError(f'{number!r} is not a positive integer')
    while number:
        rest = number & (number - 1)
        yield number ^ rest
        number = rest


def _is_single_bit(number):
    return number > 0 and not number & (number - 1)


# ---- the namespace

class EnumDict(dict):
    """The namespace in which an enumeration's body runs: it tells members from the rest and refuses to define one twice."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}  # an ordered set
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None

    @property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._setting(key, value)
        elif _is_dunder(key):
            key = '_order_' if key == '__order__' else key
        elif key in self._member_names:
            raise self._defined_already(key)
        elif key not in self._ignore:
            value = self._ordinary(key, value)
        super().__setitem__(key, value)

    def update(self, members, *more_members, **kwds):
        for source in members, *more_members, kwds:
            pairs = source.items() if hasattr(source, 'keys') else source
            for name, value in pairs:
                self[name] = value

    def _defined_already(self, key):
        return TypeError(f'{key!r} already defined as {self[key]!r}')

    def _setting(self, key, value):
        """Takes note of a name of one underscore; what the class is to keep under it."""
        if key not in _SETTINGS:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = getattr(value, '__func__', value)
        elif key == '_ignore_':
            value = self._ignore = _names_in(value)
            too_late = self._member_names.keys() & value
            if too_late:
                raise ValueError(f'_ignore_ cannot specify already set names: {too_late!r}')
        return value

    def _ordinary(self, key, value):
        """Takes note of a member; what the namespace is to hold under an ordinary name."""
        if isinstance(value, nonmember):
            return value.value
        if isinstance(value, member):
            value = value.value
        elif _is_descriptor(value) or _is_inner_class(self._cls_name, value):
            return value
        if key in self:
            raise self._defined_already(key)
        parts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(part, auto) for part in parts):
            value = self._without_autos(key, value)
        else:
            self._last_values.append(value)
        self._member_names[key] = None
        return value

    def _without_autos(self, key, value):
        """The value with what stands for each auto() in it."""
        if isinstance(value, auto):
            return self._next_value(key, value)
        parts = [self._next_value(key, part) if isinstance(part, auto) else part for part in value]
        kind = type(value)
        try:
            return kind(parts)
        except TypeError:  # a named tuple: takes its fields one by one
            return kind(*parts)

    def _next_value(self, key, placeholder):
        if placeholder.value is _auto_null:
            self._auto_called = True
            placeholder.value = self._generate_next_value(key, 1, len(self._member_names), list(self._last_values))
        self._last_values.append(placeholder.value)
        return placeholder.value


def _names_in(names):
    """The names that a text (separated by commas or spaces) or an iterable holds."""
    return names.replace(',', ' ').split() if isinstance(names, str) else list(names)


# ---- attributes that members share a name with

class property(DynamicClassAttribute):
    """A property of members that leaves its name free for a member of the class."""
    member = None
    behind = None  # what an instance gets where a member's name hides an attribute of a base: a function of the instance

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

    def __get__(self, instance, ownerclass=None):
        found = self.member if instance is None else self._of_instance(instance, ownerclass)
        if found is None and instance is None:
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        return found

    def _of_instance(self, instance, ownerclass):
        read = self.fget or self.behind
        if read is not None:
            return read(instance)
        if self.name not in ownerclass._member_map_:
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        return ownerclass._member_map_[self.name]

    def __set__(self, instance, value):
        self._change(self.fset, 'set', instance, value)

    def __delete__(self, instance):
        self._change(self.fdel, 'delete', instance)

    def _change(self, change, verb, *arguments):
        if change is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot {verb} attribute {self.name!r}')
        change(*arguments)


def _shadow(cls, name, made):
    """What the class is to hold under the name of a member: the member, or a property that shows instances what a base has under that name."""
    descriptor = plain_owner = None
    for base in cls.__mro__[1:]:
        hidden = base.__dict__.get(name)
        if hidden is None:
            continue
        if isinstance(hidden, DynamicClassAttribute):
            return _redirect(cls, name, made, hidden)
        if _is_descriptor(hidden):
            descriptor = hidden if descriptor is None else descriptor
        else:
            plain_owner = base
    if descriptor is None:
        return made
    redirect = _redirect(cls, name, made, descriptor)
    if plain_owner is not None:
        redirect.behind = lambda instance: getattr(plain_owner, name)
    else:
        redirect.behind = lambda instance: getattr(instance._value_, name)
    return redirect


def _redirect(cls, name, made, hidden):
    redirect = property(getattr(hidden, 'fget', None), getattr(hidden, 'fset', None), getattr(hidden, 'fdel', None))
    redirect.member = made
    redirect.behind = getattr(hidden, 'behind', None)
    redirect.__set_name__(cls, name)
    return redirect
