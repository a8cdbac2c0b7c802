"""Get useful information from live Python objects."""
import abc
import builtins
import enum
import functools
import sys
import types
from collections import OrderedDict, namedtuple

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR, CO_NOFREE = 1, 2, 4, 8, 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


class BufferFlags(enum.IntFlag):
    SIMPLE = 0x0
    WRITABLE = 0x1
    FORMAT = 0x4
    ND = 0x8
    STRIDES = 0x10 | ND
    C_CONTIGUOUS = 0x20 | STRIDES
    F_CONTIGUOUS = 0x40 | STRIDES
    ANY_CONTIGUOUS = 0x80 | STRIDES
    INDIRECT = 0x100 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 0x100
    WRITE = 0x200


# ---- what kind of object it is

def _is(doc, *kinds):
    def check(object):
        return isinstance(object, kinds)
    check.__doc__ = f'Return true if the object is {doc}.'
    return check


ismodule = _is('a module', types.ModuleType)
isclass = _is('a class', type)
ismethod = _is('an instance method', types.MethodType)
isfunction = _is('a user-defined function', types.FunctionType)
isgenerator = _is('a generator', types.GeneratorType)
iscoroutine = _is('a coroutine', types.CoroutineType)
isasyncgen = _is('an asynchronous generator', types.AsyncGeneratorType)
istraceback = _is('a traceback', types.TracebackType)
isframe = _is('a frame object', types.FrameType)
iscode = _is('a code object', types.CodeType)
isbuiltin = _is('a built-in function or method', types.BuiltinFunctionType)
ismethodwrapper = _is('a method wrapper', types.MethodWrapperType)
isgetsetdescriptor = _is('a getset descriptor', types.GetSetDescriptorType)
ismemberdescriptor = _is('a member descriptor', types.MemberDescriptorType)
for _name in ('ismodule', 'isclass', 'ismethod', 'isfunction', 'isgenerator', 'iscoroutine', 'isasyncgen', 'istraceback', 'isframe', 'iscode', 'isbuiltin',
              'ismethodwrapper', 'isgetsetdescriptor', 'ismemberdescriptor'):
    globals()[_name].__name__ = globals()[_name].__qualname__ = _name
del _name


def ismethoddescriptor(object):
    """Return true if the object is a method descriptor: __get__ without __set__, and no other kind of method."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    """Return true if the object is a data descriptor: it has __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def isroutine(object):
    """Return true if the object is any kind of function or method."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)


def isabstract(object):
    """Return true if the object is an abstract base class (ABC)."""
    return isinstance(object, abc.ABCMeta) and bool(getattr(object, '__abstractmethods__', None))


def isawaitable(object):
    """Return true if object can be passed to an ``await`` expression."""
    return (isinstance(object, types.CoroutineType) or (isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE))
            or hasattr(type(object), '__await__'))


def _has_code_flag(f, flag):
    while ismethod(f):
        f = f.__func__
    while isinstance(f, functools.partial):
        f = f.func
    while ismethod(f):
        f = f.__func__
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Return true if the object is a user-defined generator function."""
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Return true if the object is a coroutine function."""
    return _has_code_flag(obj, CO_COROUTINE) or getattr(obj, '_is_coroutine_mark', None) is _is_coroutine_mark


def isasyncgenfunction(obj):
    """Return true if the object is an asynchronous generator function."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    """Decorator to ensure callable is recognised as a coroutine function."""
    getattr(func, '__func__', func)._is_coroutine_mark = _is_coroutine_mark
    return func


# ---- members, documentation, source

def getmembers(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name."""
    names = dir(object)
    if isclass(object):
        for base in object.__bases__:
            names += [name for name, value in base.__dict__.items() if isinstance(value, types.DynamicClassAttribute)]
    result, seen = [], set()
    for name in names:
        if name in seen:
            continue
        seen.add(name)
        try:
            value = getattr(object, name)
        except AttributeError:
            for base in getattr(object, '__mro__', ()):
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            result.append((name, value))
    result.sort(key=lambda pair: pair[0])
    return result


_absent = object()


def getattr_static(obj, attr, default=_absent):
    """Retrieve attributes without triggering dynamic lookup via the descriptor protocol, __getattr__ or __getattribute__."""
    def search(cls):
        for base in type.__dict__['__mro__'].__get__(cls):
            if attr in base.__dict__:
                return base.__dict__[attr]
        return _absent
    if isinstance(obj, type):
        found = search(obj)
        if found is _absent:
            found = search(type(obj))
    else:
        on_class = search(type(obj))
        try:
            own = object.__getattribute__(obj, '__dict__').get(attr, _absent)
        except AttributeError:
            own = _absent
        data = on_class is not _absent and hasattr(type(on_class), '__get__') and (hasattr(type(on_class), '__set__') or hasattr(type(on_class), '__delete__'))
        found = on_class if data or own is _absent else own
    if found is not _absent:
        return found
    if default is not _absent:
        return default
    raise AttributeError(attr)


def getmro(cls):
    "Return tuple of base classes (including cls) in method resolution order."
    return cls.__mro__


def unwrap(func, *, stop=None):
    """Get the object wrapped by *func*: follows the chain of `__wrapped__` attributes."""
    start, seen = func, {id(func)}
    while not isinstance(func, type) and hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {start!r}')
        seen.add(id(func))
    return func


def cleandoc(doc):
    """Clean up indentation from docstrings."""
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip(' ')), default=None)
    lines[0] = lines[0].lstrip(' ')
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """Get the documentation string for an object, inherited where it has none of its own."""
    doc = getattr(object, '__doc__', None)
    if doc is None and isclass(object):
        doc = next((base.__doc__ for base in object.__mro__[1:] if base is not builtins.object and base.__doc__ is not None), None)
    elif doc is None:
        owner = getattr(object, '__self__', None)
        name = getattr(object, '__name__', None)
        if owner is not None and name:
            owner = owner if isclass(owner) else type(owner)
            for base in owner.__mro__:
                found = base.__dict__.get(name)
                if found is not None and found.__doc__ is not None:
                    doc = found.__doc__
                    break
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    """Return the module an object was defined in, or None if not found."""
    return object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))


def getmodulename(path):
    """Return the module name for a given file, or None."""
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') else None


def getfile(object):
    """Work out which source or compiled file an object was defined in."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        raise TypeError(f'{object!r} is a built-in class')
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}')


getsourcefile = getfile


def findsource(object):
    """Return the entire source file and starting line number for an object."""
    try:
        with open(getfile(object), encoding='utf-8') as file:
            lines = file.readlines()
    except OSError:
        raise OSError('could not get source code') from None
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, object.__dict__.get('__firstlineno__', 1) - 1
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    return lines, object.co_firstlineno - 1


def getblock(lines):
    """Extract the block of code at the top of the given list of lines: up to the next line that is indented no deeper."""
    end, depth, started, margin = 0, 0, False, len(lines[0]) - len(lines[0].lstrip())
    for number, line in enumerate(lines):
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if started and depth <= 0 and text and not text.startswith('#') and indent <= margin:
            break
        if text and not text.startswith('#'):
            end = number + 1
        code = text.partition('#')[0]
        depth += sum(code.count(c) for c in '([{') - sum(code.count(c) for c in ')]}')
        if depth <= 0 and not text.startswith('@') and text:
            started = True
    return lines[:end]


def getsourcelines(object):
    """Return a list of source lines and starting line number for an object."""
    object = unwrap(object)
    lines, number = findsource(object)
    if ismodule(object):
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """Return the text of the source code for an object."""
    return ''.join(getsourcelines(object)[0])


def currentframe():
    """Return the frame of the caller or None if this is not possible."""
    return sys._getframe(1)


FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function code_context index')
Traceback = namedtuple('Traceback', 'filename lineno function code_context index')


def getframeinfo(frame, context=1):
    """Get information about a frame or traceback object."""
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    frame = frame.tb_frame if istraceback(frame) else frame
    lines = index = None
    if context > 0:
        try:
            with open(frame.f_code.co_filename, encoding='utf-8') as file:
                all_lines = file.readlines()
            start = max(0, min(lineno - 1 - context // 2, len(all_lines) - context))
            lines, index = all_lines[start:start + context], lineno - 1 - start
        except OSError:
            pass
    return Traceback(frame.f_code.co_filename, lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    """Get a list of records for a frame and all higher (calling) frames."""
    result = []
    while frame:
        result.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """Get a list of records for a traceback's frame and all lower frames."""
    result = []
    while tb:
        result.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return result


def stack(context=1):
    """Return a list of records for the stack above the caller's frame."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """Return a list of records for the stack below the current exception."""
    exception = sys.exception()
    return getinnerframes(None if exception is None else exception.__traceback__, context)


# ---- states of generators and coroutines

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def getgeneratorstate(generator):
    """Get current state of a generator-iterator."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    """Get current state of a coroutine object."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getgeneratorlocals(generator):
    """Get the mapping of generator local variables to their current values."""
    frame = getattr(generator, 'gi_frame', None)
    return frame.f_locals if frame is not None else {}


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    """Get the mapping of free variables to their current values."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    cells = func.__closure__ or ()
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells)}
    found_globals, found_builtins, unbound = {}, {}, set()
    for name in getattr(code, 'co_names', ()):
        if name in func.__globals__:
            found_globals[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            found_builtins[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)


# ---- annotations

def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Compute the annotations dict for an object."""
    if isinstance(obj, type):
        found = obj.__dict__.get('__annotations__')
        if isinstance(found, types.GetSetDescriptorType):
            found = None
        own_globals = getattr(sys.modules.get(obj.__module__), '__dict__', None)
        own_locals = dict(vars(obj))
        target = obj
    elif isinstance(obj, types.ModuleType):
        found, own_globals, own_locals, target = getattr(obj, '__annotations__', None), obj.__dict__, None, None
    elif callable(obj):
        found, own_globals, own_locals, target = getattr(obj, '__annotations__', None), getattr(obj, '__globals__', None), None, obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    if target is not None and own_globals is None:
        own_globals = getattr(unwrap(target), '__globals__', None)
    globals = own_globals if globals is None else globals
    locals = (own_locals or {}) if locals is None else locals
    parameters = {parameter.__name__: parameter for parameter in getattr(obj, '__type_params__', ())}
    return {key: eval(value, globals, {**parameters, **locals}) if isinstance(value, str) else value for key, value in found.items()}


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


# ---- signatures

class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        value = len(cls.__members__)
        made = int.__new__(cls, value)
        made._value_ = value
        made.description = description
        return made

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


class Parameter:
    """Represents a parameter in a function signature."""
    __slots__ = '_name', '_kind', '_default', '_annotation'
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[0] == '.' and name[1:].isdigit():  # the argument of a generator expression
            self._kind = _POSITIONAL_ONLY
            name = f'implicit{name[1:]}'
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_absent, kind=_absent, annotation=_absent, default=_absent):
        """Creates a customized copy of the Parameter."""
        return type(self)(self._name if name is _absent else name, self._kind if kind is _absent else kind, default=self._default if default is _absent else default,
                          annotation=self._annotation if annotation is _absent else annotation)

    __replace__ = replace

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
        if self._default is not _empty:
            text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        return '**' + text if self._kind == _VAR_KEYWORD else text

    def __str__(self):
        return self._format()

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or (self._name == other._name and self._kind == other._kind and self._default == other._default and self._annotation == other._annotation)


class BoundArguments:
    """Result of `Signature.bind` call: the mapping of arguments to the function's parameters."""
    __slots__ = 'arguments', '_signature', '__weakref__'

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        result = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        result, started = {}, False
        for name, parameter in self._signature.parameters.items():
            if not started:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
            if not started or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                result.update(self.arguments[name])
            else:
                result[name] = self.arguments[name]
        return result

    def apply_defaults(self):
        """Set default values for missing arguments."""
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{self.__class__.__name__} ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


class Signature:
    """A Signature object represents the overall signature of a function."""
    __slots__ = '_return_annotation', '_parameters'
    empty = _empty
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        made = {}
        last_kind, seen_default = _POSITIONAL_ONLY, False
        for parameter in parameters or ():
            if __validate_parameters__:
                if parameter.kind < last_kind:
                    raise ValueError(f'wrong parameter order: {last_kind.description} parameter before {parameter.kind.description} parameter')
                last_kind = parameter.kind
                if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if parameter.default is _empty:
                        if seen_default:
                            raise ValueError('non-default argument follows default argument')
                    else:
                        seen_default = True
                if parameter.name in made:
                    raise ValueError(f'duplicate parameter name: {parameter.name!r}')
            made[parameter.name] = parameter
        self._parameters = types.MappingProxyType(made)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Constructs Signature for the given callable object."""
        return _signature_of(obj, cls, follow_wrapped, globals, locals, eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_absent, return_annotation=_absent):
        """Creates a customized copy of the Signature."""
        return type(self)(self.parameters.values() if parameters is _absent else parameters,
                          return_annotation=self._return_annotation if return_annotation is _absent else return_annotation)

    __replace__ = replace

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented

        def parts(signature):
            positional = [p for p in signature.parameters.values() if p.kind != _KEYWORD_ONLY]
            return positional, {p.name: p for p in signature.parameters.values() if p.kind == _KEYWORD_ONLY}, signature.return_annotation
        return parts(self) == parts(other)

    def __hash__(self):
        positional = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        return hash((positional, frozenset(p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY), self.return_annotation))

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        parameters = list(self.parameters.values())
        kwargs = dict(kwargs)
        values = list(args)
        place = 0
        rest = None
        while place < len(parameters):
            parameter = parameters[place]
            if parameter.kind == _VAR_POSITIONAL:
                if values:
                    arguments[parameter.name] = tuple(values)
                values = []
                place += 1
                break
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                break
            if not values:
                break
            if parameter.name in kwargs and parameter.kind != _POSITIONAL_ONLY:
                raise TypeError(f'multiple values for argument {parameter.name!r}')
            arguments[parameter.name] = values.pop(0)
            place += 1
        if values:
            raise TypeError('too many positional arguments')
        only_by_position = []
        for parameter in parameters[place:]:
            if parameter.kind == _VAR_KEYWORD:
                rest = parameter
            elif parameter.kind == _VAR_POSITIONAL:
                continue
            elif parameter.kind == _POSITIONAL_ONLY:
                if parameter.name in kwargs and not any(p.kind == _VAR_KEYWORD for p in parameters):
                    only_by_position.append(parameter.name)
                elif parameter.default is _empty and not partial:
                    raise TypeError(f'missing a required argument: {parameter.name!r}')
            elif parameter.name in kwargs:
                arguments[parameter.name] = kwargs.pop(parameter.name)
            elif parameter.default is _empty and not partial:
                kind = ' keyword-only' if parameter.kind == _KEYWORD_ONLY and parameter is parameters[place] and not any(p.kind == _VAR_POSITIONAL for p in parameters) else ''
                raise TypeError(f'missing a required{kind} argument: {parameter.name!r}')
        if only_by_position:
            raise TypeError(f'got some positional-only arguments passed as keyword arguments: {", ".join(map(repr, only_by_position))}' if len(only_by_position) > 1 else
                            f'{only_by_position[0]!r} parameter is positional only, but was passed as a keyword')
        if kwargs:
            if rest is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[rest.name] = kwargs
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Get a BoundArguments object, that maps the passed `args` and `kwargs` to the function's signature."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Get a BoundArguments object, that partially maps the passed `args` and `kwargs` to the function's signature."""
        return self._bind(args, kwargs, partial=True)

    def __repr__(self):
        return f'<{self.__class__.__name__} {self}>'

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """Create a string representation of the Signature object."""
        result = []
        after_positional_only, want_star = False, True
        for parameter in self.parameters.values():
            if parameter.kind == _POSITIONAL_ONLY:
                after_positional_only = True
            elif after_positional_only:
                result.append('/')
                after_positional_only = False
            if parameter.kind == _VAR_POSITIONAL:
                want_star = False
            elif parameter.kind == _KEYWORD_ONLY and want_star:
                result.append('*')
                want_star = False
            result.append(parameter._format(quote_annotation_strings=quote_annotation_strings))
        if after_positional_only:
            result.append('/')
        text = f'({", ".join(result)})'
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(result) + '\n)'
        if self.return_annotation is not _empty:
            text += ' -> ' + formatannotation(self.return_annotation, quote_annotation_strings=quote_annotation_strings)
        return text


def _from_function(cls, func, globals=None, locals=None, eval_str=False):
    code = func.__code__
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    keyword_defaults = func.__kwdefaults__ or {}
    names = code.co_varnames
    positional = names[:code.co_argcount]
    first_default = len(positional) - len(defaults)
    make = cls._parameter_cls
    parameters = []
    for index, name in enumerate(positional):
        parameters.append(make(name, _POSITIONAL_ONLY if index < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD, annotation=annotations.get(name, _empty),
                               default=defaults[index - first_default] if index >= first_default else _empty))
    place = code.co_argcount + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        parameters.append(make(names[place], _VAR_POSITIONAL, annotation=annotations.get(names[place], _empty)))
        place += 1
    for name in names[code.co_argcount:code.co_argcount + code.co_kwonlyargcount]:
        parameters.append(make(name, _KEYWORD_ONLY, annotation=annotations.get(name, _empty), default=keyword_defaults.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(make(names[place], _VAR_KEYWORD, annotation=annotations.get(names[place], _empty)))
    return cls(parameters, return_annotation=annotations.get('return', _empty), __validate_parameters__=False)


def _from_text(cls, obj, text, skip_self):
    """The signature of a native function from its text, "($self, key, default=None, /)"."""
    has_self = text.startswith(('($self', '($module', '($type'))
    plain = text.replace('$', '', 1) if has_self else text
    if plain.startswith('(self, /') and not plain.startswith('(self, /)'):
        plain = '(self, ' + plain[len('(self, /, '):] if plain.startswith('(self, /, ') else plain
    names = {}
    try:
        exec(f'def function{plain}: pass', {'__builtins__': builtins, 'sys': sys}, names)
    except (SyntaxError, NameError):
        raise ValueError(f"{obj!r} has invalid signature") from None
    signature = _from_function(cls, names['function'])
    parameters = list(signature.parameters.values())
    if has_self and parameters:
        if skip_self:
            parameters = parameters[1:]
        else:
            parameters[0] = parameters[0].replace(kind=_POSITIONAL_ONLY)
    return cls(parameters, __validate_parameters__=False)


def _without_first(signature):
    """The signature of a method bound to its object."""
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if parameters[0].kind != _VAR_POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _of_partial(signature, partial):
    bound = signature.bind_partial(*partial.args, **partial.keywords)
    result, by_keyword = [], False
    for name, parameter in signature.parameters.items():
        if name in bound.arguments and parameter.kind not in (_VAR_KEYWORD, _VAR_POSITIONAL):
            if name not in (partial.keywords or {}):
                continue
            parameter = parameter.replace(default=partial.keywords[name])
            by_keyword = True
        if by_keyword:
            if parameter.kind == _VAR_POSITIONAL:
                continue
            if parameter.kind == _POSITIONAL_OR_KEYWORD:
                parameter = parameter.replace(kind=_KEYWORD_ONLY)
        result.append(parameter)
    return signature.replace(parameters=result)


def _signature_of(obj, cls=Signature, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    def again(other):
        return _signature_of(other, cls, follow_wrapped, globals, locals, eval_str)
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, types.MethodType):
        return _without_first(again(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return again(obj)
    own = getattr(obj, '__signature__', None)
    computed = callable(own) and not isinstance(own, Signature)
    if own is not None and (computed or not isinstance(obj, type) or '__signature__' in obj.__dict__):
        stated = own() if computed else own
        if isinstance(stated, str):
            return _from_text(cls, obj, stated, False)
        if not isinstance(stated, Signature):
            raise TypeError(f'unexpected object {own!r} in __signature__ attribute')
        return stated
    if isinstance(obj, types.FunctionType):
        return _from_function(cls, obj, globals, locals, eval_str)
    if isinstance(obj, functools.partial):
        return _of_partial(again(obj.func), obj)
    if isinstance(obj, type):
        call = _user_method(type(obj), '__call__')
        if call is not None:
            return _without_first(again(call))
        new, init = _user_method(obj, '__new__'), _user_method(obj, '__init__')
        if new is not None and init is not None:
            mro = obj.__mro__
            place = [next(i for i, base in enumerate(mro) if name in base.__dict__) for name in ('__new__', '__init__')]
            return _without_first(again(new if place[0] < place[1] else init))
        if new is not None or init is not None:
            return _without_first(again(new if new is not None else init))
        for base in obj.__mro__[:-1]:
            text = getattr(base, '__text_signature__', None)
            if isinstance(text, str):
                return _from_text(cls, obj, text, False)
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls()
        raise ValueError(f'no signature found for builtin type {obj!r}')
    text = getattr(obj, '__text_signature__', None)
    if isinstance(text, str):
        bound = getattr(obj, '__self__', None) is not None or isinstance(obj, types.MethodWrapperType)
        return _from_text(cls, obj, text, bound)
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType)):
        raise ValueError(f'no signature found for builtin {obj!r}')
    call = _user_method(type(obj), '__call__')
    if call is not None:
        return _without_first(again(call))
    raise ValueError(f'callable {obj!r} is not supported by signature')


def _user_method(cls, name):
    found = getattr_static(cls, name, None) if name != '__call__' or cls is not type else None
    if isinstance(found, (staticmethod, classmethod)):
        found = found.__func__
    return found if isinstance(found, types.FunctionType) or hasattr(found, '__wrapped__') or hasattr(found, '__signature__') else None


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')


def getfullargspec(func):
    """Get the names and default values of a callable object's parameters."""
    try:
        found = _signature_of(func, follow_wrapped=False)
        if isinstance(func, types.MethodType):
            found = _signature_of(func.__func__, follow_wrapped=False)
    except Exception as error:
        raise TypeError('unsupported callable') from error
    args, kwonly, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    if found.return_annotation is not _empty:
        annotations['return'] = found.return_annotation
    for parameter in found.parameters.values():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(parameter.name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif parameter.kind is _VAR_POSITIONAL:
            varargs = parameter.name
        elif parameter.kind is _KEYWORD_ONLY:
            kwonly.append(parameter.name)
            if parameter.default is not _empty:
                kwdefaults[parameter.name] = parameter.default
        else:
            varkw = parameter.name
        if parameter.annotation is not _empty:
            annotations[parameter.name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')


def getargvalues(frame):
    """Get information about arguments passed into a particular frame."""
    code = frame.f_code
    names = code.co_varnames
    count = code.co_argcount + code.co_kwonlyargcount
    varargs = keywords = None
    if code.co_flags & CO_VARARGS:
        varargs = names[count]
    if code.co_flags & CO_VARKEYWORDS:
        keywords = names[count + bool(code.co_flags & CO_VARARGS)]
    return ArgInfo(list(names[:count]), varargs, keywords, frame.f_locals)


def getcallargs(func, /, *positional, **named):
    """Get the mapping of arguments to values."""
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    result = dict(bound.arguments)
    if isinstance(func, types.MethodType):
        result = {next(iter(signature(func.__func__).parameters)): func.__self__, **result}
    return result
