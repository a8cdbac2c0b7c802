"""What help() prints: the documentation of an object, from its docstrings and signatures."""
import inspect
import types

_HIDDEN = {f'__{name}__' for name in 'author builtins cached credits date doc docformat file firstlineno loader module name package path qualname slots spec static_attributes version'.split()}
_RULE = '-' * 70
_SIMPLE = (bool, int, float, complex, str, bytes, tuple, list, dict, set, frozenset, type(None))


def _doc(thing):
    text = getattr(thing, '__doc__', None) if not isinstance(thing, _SIMPLE) else None
    return inspect.cleandoc(text).rstrip() if isinstance(text, str) else ''


def _indent(text, margin='    '):
    return ''.join((margin + line).rstrip() + '\n' for line in text.split('\n')) if text else ''


def _bars(text):
    return ''.join(' |' + ('  ' + line if line else '') + '\n' for line in text.rstrip('\n').split('\n'))


def _is_visible(name, own=None):
    if name in _HIDDEN:
        return False
    return name.startswith('__') and name.endswith('__') or not name.startswith('_')


def _class_name(cls, module):
    return cls.__qualname__ if cls.__module__ == module else f'{cls.__module__}.{cls.__qualname__}'


def _signature(thing):
    try:
        return str(inspect.signature(thing))
    except (ValueError, TypeError):
        return '(...)'


def _is_function(thing):
    return inspect.isroutine(thing) or type(thing).__name__ == 'host_function'


def _function(thing, name=None, note=''):
    own = getattr(thing, '__name__', '') or ''
    name = name or own
    signature = _signature(thing)
    title = name if name == own or not own else f'{name} = {own}'
    if own == '<lambda>':
        title, signature = name + (' lambda ' if name == own else ' = <lambda> lambda '), signature[1:-1]
    return f'{title}{signature}{note}\n' + _indent(_doc(thing))


def _kind(cls, name, value):
    if isinstance(value, (staticmethod, types.BuiltinFunctionType)):
        return 'static method'
    if isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
        return 'class method'
    if isinstance(value, property):
        return 'readonly property' if value.fset is None and value.fdel is None else 'data descriptor'
    if _is_function(value):
        return 'method'
    if hasattr(type(value), '__get__') and hasattr(type(value), '__set__'):
        return 'data descriptor'
    return 'data'


_GROUPS = (('method', 'Methods'), ('class method', 'Class methods'), ('static method', 'Static methods'), ('readonly property', 'Readonly properties'),
           ('data descriptor', 'Data descriptors'), ('data', 'Data and other attributes'))


def _member(cls, kind, name, value):
    if kind in ('method', 'class method', 'static method'):
        return _function(getattr(cls, name, value) if kind != 'method' else value, name)
    if kind in ('readonly property', 'data descriptor'):
        return name + '\n' + _indent(_doc(value))
    text = f'{name} = {value!r}'
    return (text if len(text) <= 70 else text[:67] + '...') + '\n'


def _class(cls, name=None):
    module = cls.__module__
    bases = [_class_name(base, module) for base in cls.__bases__]
    name = name or cls.__name__
    title = 'class ' + (name if name == cls.__name__ else f'{name} = {cls.__name__}') + (f'({", ".join(bases)})' if bases else '')
    parts = []
    signature = _signature(cls)
    if signature not in ('()', '(...)'):
        parts.append(cls.__name__ + signature + '\n')
    if _doc(cls):
        parts.append(_doc(cls) + '\n')
    if len(cls.__mro__) > 2:
        parts.append('Method resolution order:\n' + ''.join(f'    {_class_name(base, module)}\n' for base in cls.__mro__))
    seen, groups, shown = set(), [], set(dir(cls))
    for owner in cls.__mro__:
        if owner is object and cls is not object:
            continue
        members = [(n, v) for n, v in sorted(vars(owner).items()) if n not in seen and n in shown and _is_visible(n)]
        seen.update(vars(owner))
        where = 'defined here' if owner is cls else 'inherited from ' + _class_name(owner, module)
        for kind, heading in _GROUPS:
            texts = [_member(cls, kind, n, v) for n, v in members if _kind(owner, n, v) == kind]
            # Data stand line below line, everything else apart.
            if texts:
                groups.append(f'{heading} {where}:\n\n' + '\n'.join(texts))
    if groups:
        parts.append(f'\n{_RULE}\n'.join(groups))
    body = '\n'.join(parts)
    return title + '\n' + (_bars(body) if body else '')


def _tree(classes, module):
    children = {}
    for cls in classes:
        for base in cls.__bases__:
            children.setdefault(base, []).append(cls)

    def lines(cls, depth, parents):
        bases = f'({", ".join(_class_name(b, module) for b in cls.__bases__)})' if cls.__bases__ != parents else ''
        yield '    ' * depth + _class_name(cls, module) + bases
        for child in sorted(children.get(cls, ()), key=lambda c: c.__name__):
            yield from lines(child, depth + 1, (cls,))
    roots = sorted({base for base in children if base not in classes}, key=lambda c: (c.__module__, c.__name__))
    return '\n'.join(line for root in roots for line in lines(root, 0, ()))


def _module(module):
    name, (first, _, more) = module.__name__, _doc(module).partition('\n')
    sections = [('NAME', name + (f' - {first}' if first else ''))]
    if more.strip():
        sections.append(('DESCRIPTION', more.strip('\n')))
    listed = getattr(module, '__all__', None)
    classes, functions, data = [], [], []
    for key, value in sorted(vars(module).items()):
        if not (key in listed if listed is not None else _is_visible(key)):
            continue
        home = getattr(value, '__module__', None)
        if isinstance(value, type):
            if listed is not None or home == name:
                classes.append((key, value))
        elif _is_function(value):
            if listed is not None or home in (name, None):
                functions.append((key, value))
        elif not isinstance(value, types.ModuleType):
            data.append(f'{key} = {value!r}' if len(repr(value)) < 60 else f'{key} = {repr(value)[:57]}...')
    if classes:
        tree = _tree([cls for key, cls in classes], name)
        sections.append(('CLASSES', tree + '\n\n' + '\n'.join(_class(cls, key) for key, cls in classes)))
    if functions:
        sections.append(('FUNCTIONS', '\n'.join(_function(function, key) for key, function in functions)))
    if data:
        sections.append(('DATA', '\n'.join(data)))
    sections.append(('FILE', getattr(module, '__file__', None) or '(built-in)'))
    return '\n'.join(f'{heading}\n{_indent(text.rstrip(chr(10)))}' for heading, text in sections) + '\n'


def _find(name):
    """The object that a dotted name means: a built-in one, or a module and its attributes."""
    import builtins
    first, *rest = name.split('.')
    if hasattr(builtins, first):
        thing = getattr(builtins, first)
    else:
        thing = __import__(first)
        for count in range(len(rest)):
            try:
                __import__('.'.join([first] + rest[:count + 1]))
            except ImportError:
                break
    for part in rest:
        thing = getattr(thing, part)
    return thing


def _method(thing):
    owner = thing.__self__
    if isinstance(owner, type):
        return f'{thing.__name__}{_signature(thing)} class method of {owner.__module__}.{owner.__qualname__}\n' + _indent(_doc(thing))
    of = f'{type(owner).__module__}.{type(owner).__qualname__}'
    return f'{thing.__name__}{_signature(thing)} method of {of} instance\n' + _indent(_doc(thing))


def show(thing):
    """Print the help of an object, or of what a text names."""
    if isinstance(thing, str):
        name = thing
        try:
            thing = _find(name)
        except (ImportError, AttributeError):
            print(f'No Python documentation found for {name!r}.\nUse help() to get the interactive help utility.\nUse help(str) for help on the str class.\n')
            return
    own = getattr(thing, '__name__', '')
    home = getattr(thing, '__module__', None)
    place = f' in module {home}' if home else ''
    if isinstance(thing, types.ModuleType):
        print(f'Help on module {own}:\n\n' + _module(thing))
    elif isinstance(thing, type):
        print(f'Help on class {own}{place}:\n\n' + _class(thing))
    elif isinstance(thing, types.MethodType):
        print(f'Help on method {own}{place}:\n\n' + _method(thing))
    elif isinstance(thing, types.BuiltinFunctionType):
        bound = thing.__self__ is not None and not isinstance(thing.__self__, types.ModuleType)
        print(f'Help on built-in function {own}{place}:\n\n' + (_method(thing) if bound else _function(thing)))
    elif isinstance(thing, types.FunctionType) or type(thing).__name__ == 'host_function':
        print(f'Help on function {own}{place}:\n\n' + _function(thing))
    elif isinstance(thing, (types.MethodDescriptorType, types.WrapperDescriptorType)):
        of = f'{thing.__objclass__.__module__}.{thing.__objclass__.__qualname__}'
        print(f'Help on {type(thing).__name__}:\n\n' + _function(thing, note=f' unbound {of} method'))
    else:
        cls = type(thing)
        print(f'Help on {cls.__name__}' + (f' in module {cls.__module__}' if cls.__module__ != 'builtins' else '') + ' object:\n\n' + _class(cls))
