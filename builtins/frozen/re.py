"""Support for regular expressions (RE). Matching is done by PCRE2; patterns are Python's."""
import copyreg
import enum

try:
    import _sre
except ModuleNotFoundError:
    raise ImportError("this build has no regular expressions (made without PCRE2)", name='re') from None
from _sre import Match, Pattern

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U",
    "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError"
]

__version__ = "2.2.1"


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class PatternError(Exception):
    """A regular expression that cannot be: why, and where."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if not (pattern is None or pos is None):
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            before = pattern[:pos]
            self.lineno = 1 + before.count(newline)
            self.colno = len(before) - before.rfind(newline)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError


def match(pattern, string, flags=0):
    """The match of a pattern at the beginning of a text, or None."""
    compiled = _compile(pattern, flags)
    return compiled.match(string)


def fullmatch(pattern, string, flags=0):
    """The match of a pattern with a whole text, or None."""
    compiled = _compile(pattern, flags)
    return compiled.fullmatch(string)


def search(pattern, string, flags=0):
    """The first match of a pattern anywhere in a text, or None."""
    compiled = _compile(pattern, flags)
    return compiled.search(string)


class _ZeroSentinel(int):
    pass


_UNSET = _ZeroSentinel()


def _positional(function, args, names, given, taken):
    """The deprecated positional arguments behind the first ones: values for `names`."""
    values = list(given)
    for i, value in enumerate(args[:2]):
        if values[i] is not _UNSET:
            raise TypeError(f"{function}() got multiple values for argument '{names[i]}'")
        values[i] = value
    if len(args) > 2:
        raise TypeError(f"{function}() takes from {taken} to {taken + 2} positional arguments but {taken + len(args)} were given")
    import warnings
    warnings.warn(f"'{names[0]}' is passed as positional argument", DeprecationWarning, stacklevel=3)
    return values


def sub(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    """A text with repl, a template or a function of the match, in place of what a pattern matches."""
    if args:
        count, flags = _positional('sub', args, ('count', 'flags'), (count, flags), 3)
    compiled = _compile(pattern, flags)
    return compiled.sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    """As sub(), with the number of replacements: a pair."""
    if args:
        count, flags = _positional('subn', args, ('count', 'flags'), (count, flags), 3)
    compiled = _compile(pattern, flags)
    return compiled.subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_UNSET, flags=_UNSET):
    """The parts of a text between the matches of a pattern, with what its groups matched."""
    if args:
        maxsplit, flags = _positional('split', args, ('maxsplit', 'flags'), (maxsplit, flags), 2)
    compiled = _compile(pattern, flags)
    return compiled.split(string, maxsplit)


sub.__text_signature__ = subn.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
split.__text_signature__ = '(pattern, string, maxsplit=0, flags=0)'


def findall(pattern, string, flags=0):
    """What a pattern, or its group, or all of its groups, match in a text: a list."""
    compiled = _compile(pattern, flags)
    return compiled.findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over the matches of a pattern in a text."""
    compiled = _compile(pattern, flags)
    return compiled.finditer(string)


def compile(pattern, flags=0):
    """The pattern object of a regular expression."""
    return _compile(pattern, flags)


def purge():
    "Clear the regular expression caches"
    _cache.clear()


_special_chars_map = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """Escape special characters in a string."""
    if isinstance(pattern, str):
        return pattern.translate(_special_chars_map)
    return str(pattern, 'latin1').translate(_special_chars_map).encode('latin1')


_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    p = _sre.compile(pattern, flags)
    if flags & 128:  # DEBUG
        return p
    if len(_cache) >= _MAXCACHE:
        del _cache[next(iter(_cache))]
    _cache[type(pattern), pattern, flags] = p
    return p


def _pickle(p):
    return _compile, (p.pattern, p.flags)


copyreg.pickle(Pattern, _pickle, _compile)


class Scanner:
    """Cuts a string into what its lexicon's phrases match: (phrase, action) pairs."""

    def __init__(self, lexicon, flags=0):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        self._phrases = [compile(phrase, flags) for phrase, action in lexicon]

    def scan(self, string):
        result = []
        i = 0
        while True:
            for phrase, (_, action) in zip(self._phrases, self.lexicon):
                m = phrase.match(string, i)
                if m is not None:
                    break
            else:
                break
            j = m.end()
            if i == j:
                break
            if callable(action):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                result.append(action)
            i = j
        return result, string[i:]
