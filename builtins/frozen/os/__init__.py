"""OS routines for Posix: files, folders, paths and the environment."""
import abc
import sys
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping
from os import path
from os.path import curdir, defpath, devnull, extsep, fspath, altsep, pardir, pathsep, sep
from builtins import open as _open_file
from posix import (
    O_APPEND, O_CLOEXEC, O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY, _environment, _exit, _stat, access, chdir,
    close, cpu_count, dup, fsync, ftruncate, getcwd, getpid, isatty, listdir, lseek, mkdir, open, pipe, putenv, read, readinto, readlink, rename, rmdir, strerror,
    truncate, unlink, unsetenv, urandom, write,
)

sys.modules['posixpath'] = path

name = 'posix'
linesep = '\n'
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
remove = unlink
replace = rename
# Which functions take descriptors for paths, dir_fd=, effective_ids= and follow_symlinks=False.
supports_fd, supports_dir_fd, supports_effective_ids, supports_follow_symlinks = set(), set(), set(), set()
supports_bytes_environ = False
_walk_symlinks_as_files = object()  # walk(followlinks=...): links to folders are listed with the files


def getcwdb():
    """Return a bytes string representing the current working directory."""
    return fsencode(getcwd())


def fsencode(filename):
    """Encode filename to the filesystem encoding with 'surrogateescape' error handler."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """Decode filename from the filesystem encoding with 'surrogateescape' error handler."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""
    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


class _Environ(_MutableMapping):
    """os.environ: changes reach the process's environment."""

    def __init__(self, data):
        self._data = data

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def __getitem__(self, key):
        return self._data[self._check(key)]

    def __setitem__(self, key, value):
        putenv(self._check(key), self._check(value))
        self._data[key] = value

    def __delitem__(self, key):
        value = self._data.pop(self._check(key), None)
        if value is None:
            raise KeyError(key)
        unsetenv(key)

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f'environ({{{", ".join(f"{key!r}: {value!r}" for key, value in self._data.items())}}})'

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        return dict(self) | dict(other) if hasattr(other, 'keys') else NotImplemented

    def __ror__(self, other):
        return dict(other) | dict(self) if hasattr(other, 'keys') else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


environ = _Environ(_environment())


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)


class stat_result(_namedtuple('stat_result', 'st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime')):
    """stat_result: Result from stat, fstat, or lstat. As a tuple, times are whole seconds."""
    __slots__ = ()
    __match_args__ = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size')


class _FullStat(stat_result):
    """With the times that the tuple has no room for."""

    st_atime = property(lambda self: self.st_atime_ns / 1e9)
    st_mtime = property(lambda self: self.st_mtime_ns / 1e9)
    st_ctime = property(lambda self: self.st_ctime_ns / 1e9)

    def __repr__(self):
        return 'os.stat_result(' + ', '.join(f'{name}={value!r}' for name, value in zip(stat_result._fields, self)) + ')'


_FullStat.__name__ = _FullStat.__qualname__ = 'stat_result'


def _stat_result(values):
    made = _FullStat(*values[:7], *(time // 1_000_000_000 for time in values[7:]))
    made.st_atime_ns, made.st_mtime_ns, made.st_ctime_ns = values[7:]
    return made


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """Perform a stat system call on the given path."""
    return _stat_result(_stat(path, follow_symlinks))


def lstat(path, *, dir_fd=None):
    """Perform a stat system call on the given path, without following symbolic links."""
    return _stat_result(_stat(path, False))


def fstat(fd):
    """Perform a stat system call on the given file descriptor."""
    return _stat_result(_stat(fd))


class DirEntry:
    """What scandir() yields."""
    __slots__ = 'name', 'path'

    def __init__(self, name, path):
        self.name, self.path = name, path

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path) and (follow_symlinks or not path.islink(self.path))

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class _Scan:
    def __init__(self, folder):
        self._entries = iter([DirEntry(entry, path.join(folder, entry)) for entry in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path='.'):
    """Return an iterator of DirEntry objects for given path."""
    return _Scan('.' if path is None else fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator: (dirpath, dirnames, filenames) of each folder."""
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as failure:
        if onerror is not None:
            onerror(failure)
        return
    links_are_files = followlinks is _walk_symlinks_as_files
    folders, files = [], []
    for entry in names:
        inner = path.join(top, entry)
        (folders if path.isdir(inner) and not (links_are_files and path.islink(inner)) else files).append(entry)
    if topdown:
        yield top, folders, files
    for folder in folders:
        inner = path.join(top, folder)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def makedirs(name, mode=0o777, exist_ok=False):
    """Super-mkdir; create a leaf directory and all intermediate ones."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:  # somebody else was quicker
            pass
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Super-rmdir; remove a leaf directory and all empty intermediate ones."""
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Super-rename; create directories as necessary and delete any left empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def process_cpu_count():
    """Get the number of CPUs of the current process."""
    return cpu_count()


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """Return an open file object for a file descriptor."""
    return _open_file(fd, mode, buffering, encoding, *args, **kwargs)


def get_terminal_size(fd=1, /):
    """Return the size of the terminal window as (columns, lines)."""
    return terminal_size((int(environ.get('COLUMNS', 80)), int(environ.get('LINES', 24))))


class terminal_size(_namedtuple('terminal_size', 'columns lines')):
    """A tuple of (columns, lines) for holding terminal window size."""
    __slots__ = ()

    def __new__(cls, pair):
        return super().__new__(cls, *pair)

    def __repr__(self):
        return f'os.terminal_size(columns={self.columns}, lines={self.lines})'


__all__ = [_name for _name in globals() if not _name.startswith('_') and _name not in ('abc', 'sys')]
