"""Warnings: what is shown of them and how, about the native decision in _warnings."""
import sys
from _warnings import _defaultaction as defaultaction, _filters_mutated, _onceregistry as onceregistry, filters, warn, warn_explicit

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings", "deprecated"]

class WarningMessage:
    _WARNING_DETAILS = 'message', 'category', 'filename', 'lineno', 'file', 'line', 'source'

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, lineno : {self.lineno}, "
                f"line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    """The text that showwarning() writes: where, which and what, and the line of the source if it is there."""
    if line is None:
        from traceback import _source_line
        line = _source_line(filename, lineno)
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = line.strip()
    return text + f"  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, by default to sys.stderr. A script may put another function in its place."""
    file = sys.stderr if file is None else file
    if file is None:
        return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_original_showwarning = showwarning


class _PlainPattern:
    """What text without special characters means as a regular expression, where the module re is not there."""

    def __init__(self, text, flags=0):
        if any(c in '\\^$.|?*+()[]{}' for c in text.removesuffix(r'\Z')):
            raise ValueError(f"this build has no regular expressions: {text!r}")
        self.pattern = text
        self.flags = flags

    def match(self, text):
        plain = self.pattern.removesuffix(r'\Z')
        if self.flags:
            plain, text = plain.lower(), text.lower()
        return text == plain if plain != self.pattern else text.startswith(plain)


def _compile(pattern, ignore_case=False):
    try:
        import re
    except ImportError:
        return _PlainPattern(pattern, ignore_case)
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)


_ACTIONS = 'default', 'always', 'ignore', 'module', 'once', 'error'


def _check_action(action):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')


def _check_type(value, kind, wanted):
    if not isinstance(value, kind):
        raise TypeError(wanted)


def _check_line(lineno):
    _check_type(lineno, int, 'lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Add a filter, before the others or behind them: patterns of the message and of the module, a category, a line (0 for all), and what to do."""
    _check_action(action)
    _check_type(message, str, 'message must be a string')
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError('category must be a Warning subclass')
    _check_type(module, str, 'module must be a string')
    _check_line(lineno)
    _add_filter((action, _compile(message, True) if message else None, category, _compile(module) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter for all messages and modules."""
    _check_action(action)
    _check_line(lineno)
    _add_filter((action, None, category, None, lineno), append)


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Take away all filters."""
    filters[:] = []
    _filters_mutated()


class _OptionError(Exception):
    """A -W option that means nothing."""


def _processoptions(args):
    """Make filters of the arguments of -W options; wrong ones are reported and left out."""
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


def _setoption(arg):
    parts = arg.split(':')
    if len(parts) > 5:
        raise _OptionError(f"too many fields (max 5): {arg!r}")
    action, message, category, module, lineno = (part.strip() for part in parts + [''] * (5 - len(parts)))
    action, category = _getaction(action), _getcategory(category)
    try:
        from re import escape
    except ImportError:
        escape = str
    message = escape(message)
    module = module and escape(module) + r'\Z'
    try:
        lineno = int(lineno or 0)
        if lineno < 0:
            raise ValueError
    except ValueError:
        raise _OptionError(f"invalid lineno {lineno!r}") from None
    filterwarnings(action, message, category, module, lineno)


def _getaction(action):
    if not action:
        return "default"
    if action == "all":
        return "always"
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError(f"invalid action: {action!r}")


def _getcategory(category):
    if not category:
        return Warning
    module, _, name = category.rpartition('.')
    if module:
        try:
            found = __import__(module, None, None, [name])
        except ImportError:
            raise _OptionError(f"invalid module name: {module!r}") from None
    else:
        import builtins as found
    try:
        found = getattr(found, name)
    except AttributeError:
        raise _OptionError(f"unknown warning category: {category!r}") from None
    if not issubclass(found, Warning):
        raise _OptionError(f"invalid warning category: {category!r}")
    return found


def _showwarnmsg(msg):
    showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


class catch_warnings:
    """A block of which the filters end with it; with `record`, its value is a list of the warnings that would have been shown."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._module = record, sys.modules['warnings'] if module is None else module
        self._first = None if action is None else (action, category, lineno, append)
        self._before = None  # inside the block, what its end puts back

    def __repr__(self):
        return f'{type(self).__name__}({"record=True" if self._record else ""})'

    def __enter__(self):
        if self._before is not None:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        module = self._module
        self._before = {name: getattr(module, name) for name in ('filters', 'showwarning', '_showwarnmsg')}
        module.filters = module.filters[:]
        module._filters_mutated()
        recorded = None
        if self._record:
            recorded = []
            module.showwarning, module._showwarnmsg = _original_showwarning, recorded.append
        if self._first is not None:
            simplefilter(*self._first)
        return recorded

    def __exit__(self, *details):
        if self._before is None:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        for name, value in self._before.items():
            setattr(self._module, name, value)
        self._module._filters_mutated()


class deprecated:
    """Decorator: a function warns when it is called, a class when it is instantiated."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            original = arg.__new__

            @functools.wraps(original)
            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=stacklevel + 1)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                if cls.__init__ is object.__init__ and (args or kwargs):
                    raise TypeError(f"{cls.__name__}() takes no arguments")
                return original(cls)
            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = __new__.__deprecated__ = message
            return arg
        if not callable(arg):
            raise TypeError(f"@deprecated decorator with non-None category must be applied to a class or callable, not {arg!r}")

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
