"""Common operations on Posix pathnames."""
from posix import _stat, getcwd as _getcwd, readlink as _readlink

__all__ = ['abspath', 'basename', 'commonpath', 'commonprefix', 'dirname', 'exists', 'expanduser', 'expandvars', 'getatime', 'getctime', 'getmtime', 'getsize', 'isabs',
           'isdir', 'isfile', 'islink', 'join', 'lexists', 'normcase', 'normpath', 'realpath', 'relpath', 'samefile', 'split', 'splitdrive', 'splitext', 'splitroot',
           'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull']

curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = '.', '..', '.', '/', ':', '/bin:/usr/bin', None, '/dev/null'


def fspath(path):
    """Return the path representation of a path-like object."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    found = method(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}")


def _parts(path):
    return (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')


def normcase(s):
    """The path itself: its case counts."""
    return fspath(s)


def isabs(s):
    """Test whether a path is absolute"""
    s = fspath(s)
    return s.startswith(_parts(s)[0])


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed."""
    path = fspath(a)
    slash = _parts(path)[0]
    for piece in map(fspath, p):
        if type(piece) is not type(path) and isinstance(piece, bytes) != isinstance(path, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if piece.startswith(slash) or not path:
            path = piece
        else:
            path += piece if path.endswith(slash) else slash + piece
    return path


def split(p):
    """Split a pathname.  Returns tuple "(head, tail)" where "tail" is everything after the final slash."""
    p = fspath(p)
    slash = _parts(p)[0]
    place = p.rfind(slash) + 1
    head, tail = p[:place], p[place:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    """What stands behind the last slash."""
    return split(p)[1]


def dirname(p):
    """What stands before the last slash."""
    return split(p)[0]


def splitext(p):
    """Split the extension from a pathname."""
    p = fspath(p)
    slash, dot, _ = _parts(p)
    start = p.rfind(slash) + 1
    place = p.rfind(dot)
    # Leading dots are part of the name.
    return (p[:place], p[place:]) if place > start and p[start:place].strip(dot) else (p, p[:0])


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always empty."""
    p = fspath(p)
    return p[:0], p


def splitroot(p):
    """Split a pathname into drive, root and tail."""
    p = fspath(p)
    slash = _parts(p)[0]
    empty = p[:0]
    if not p.startswith(slash):
        return empty, empty, p
    count = 2 if p[:2] == slash * 2 and p[:3] != slash * 3 else 1
    return empty, p[:count], p[count:]


def normpath(path):
    """The path without what leads nowhere: //, . and names before .."""
    path = fspath(path)
    slash, dot, dots = _parts(path)
    if not path:
        return dot
    _, root, rest = splitroot(path)
    result = []
    for piece in rest.split(slash):
        if not piece or piece == dot:
            continue
        if piece != dots or (not root and not result) or (result and result[-1] == dots):
            result.append(piece)
        elif result:
            result.pop()
    return root + slash.join(result) or dot


def abspath(path):
    """Return an absolute path."""
    path = fspath(path)
    if not isabs(path):
        path = join(_getcwd().encode() if isinstance(path, bytes) else _getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """Return the canonical path of the specified filename, eliminating any symbolic links encountered in the path."""
    filename = abspath(filename)
    slash = _parts(filename)[0]
    path, rest, followed = slash, filename.split(slash)[::-1], 0
    while rest:
        piece = rest.pop()
        if not piece:
            continue
        if piece == _parts(filename)[2]:
            path = dirname(path)
            continue
        whole = join(path, piece)
        if not islink(whole):
            if strict:
                _stat(whole)
            path = whole
            continue
        followed += 1
        if followed > 40:
            if strict:
                _stat(whole)
            return join(whole, *rest[::-1])
        target = _readlink(whole)
        if isabs(target):
            path = slash
        rest.extend(target.split(slash)[::-1])
    return path


def relpath(path, start=None):
    """The way to a path from another one."""
    if not path:
        raise ValueError("no path specified")
    path = fspath(path)
    slash, dot, dots = _parts(path)
    ahead = [piece for piece in abspath(dot if start is None else fspath(start)).split(slash) if piece]
    own = [piece for piece in abspath(path).split(slash) if piece]
    common = len(commonprefix([ahead, own]))
    pieces = [dots] * (len(ahead) - common) + own[common:]
    return join(*pieces) if pieces else dot


def commonprefix(m):
    """What all of some texts begin with, which may end within a name."""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(fspath, m))
    low, high = min(m), max(m)
    for place, item in enumerate(low):
        if item != high[place]:
            return low[:place]
    return low


def commonpath(paths):
    """The longest path that all of some paths lead through."""
    paths = tuple(map(fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    slash, dot, _ = _parts(paths[0])
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    common = commonprefix([[piece for piece in path.split(slash) if piece and piece != dot] for path in paths])
    return (slash if isabs(paths[0]) else slash[:0]) + slash.join(common)


# ---- what is there

def _status(path, follow=True):
    try:
        return _stat(path, follow)
    except (OSError, ValueError):
        return None


def exists(path):
    """Whether there is something at the end of a path; links that lead nowhere are not."""
    return _status(path) is not None


def lexists(path):
    """Whether there is something at the end of a path; links are, wherever they lead."""
    return _status(path, False) is not None


def _is_kind(path, kind, follow=True):
    found = _status(path, follow)
    return found is not None and found[0] & 0o170000 == kind


def isfile(path):
    """Whether a path leads to a regular file."""
    return _is_kind(path, 0o100000)


def isdir(s):
    """Whether a path leads to a directory."""
    return _is_kind(s, 0o040000)


def islink(path):
    """Whether a path is that of a symbolic link."""
    return _is_kind(path, 0o120000, False)


def getsize(filename):
    """Return the size of a file."""
    return _stat(filename)[6]


def getatime(filename):
    """Return the last access time of a file."""
    return _stat(filename)[7] / 1e9


def getmtime(filename):
    """Return the last modification time of a file."""
    return _stat(filename)[8] / 1e9


def getctime(filename):
    """Return the metadata change time of a file."""
    return _stat(filename)[9] / 1e9


def samefile(f1, f2):
    """Test whether two pathnames reference the same actual file or directory"""
    return _stat(f1)[1:3] == _stat(f2)[1:3]


def expanduser(path):
    """Expand ~ and ~user constructions."""
    path = fspath(path)
    if not isinstance(path, str) or not path.startswith('~'):
        return path
    from os import environ
    end = path.find('/', 1)
    end = len(path) if end < 0 else end
    if end != 1 or 'HOME' not in environ:
        return path
    return (environ['HOME'].rstrip('/') + path[end:]) or '/'


def expandvars(path):
    """Expand shell variables of form $var and ${var}.  Unknown variables are left unchanged."""
    from os import environ
    path = fspath(path)
    result, place = '', 0
    while True:
        dollar = path.find('$', place)
        if dollar < 0:
            return result + path[place:]
        result += path[place:dollar]
        braced = path.startswith('{', dollar + 1)
        start = end = dollar + 1 + braced
        while end < len(path) and (path[end] != '}' if braced else path[end].isascii() and (path[end].isalnum() or path[end] == '_')):
            end += 1
        place = end + (1 if braced and end < len(path) else 0)
        name = path[start:end]
        result += environ[name] if name in environ and (not braced or end < len(path)) else path[dollar:place]
