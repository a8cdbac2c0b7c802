"""Constants and functions for what os.stat() says of a file's mode."""

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)

S_IFIFO, S_IFCHR, S_IFDIR, S_IFBLK, S_IFREG, S_IFLNK, S_IFSOCK = 0o010000, 0o020000, 0o040000, 0o060000, 0o100000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_ENFMT = S_ISGID
S_IREAD, S_IWRITE, S_IEXEC = 0o400, 0o200, 0o100
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001


def S_IMODE(mode):
    """Return the portion of the file's mode that can be set by os.chmod()."""
    return mode & 0o7777


def S_IFMT(mode):
    """Return the portion of the file's mode that describes the file type."""
    return mode & 0o170000


def _is(kind, what):
    def check(mode):
        return kind != 0 and mode & 0o170000 == kind
    check.__doc__ = f'Return True if mode is from {what}.'
    return check


S_ISDIR = _is(S_IFDIR, 'a directory')
S_ISCHR = _is(S_IFCHR, 'a character special device file')
S_ISBLK = _is(S_IFBLK, 'a block special device file')
S_ISREG = _is(S_IFREG, 'a regular file')
S_ISFIFO = _is(S_IFIFO, 'a FIFO (named pipe)')
S_ISLNK = _is(S_IFLNK, 'a symbolic link')
S_ISSOCK = _is(S_IFSOCK, 'a socket')
S_ISDOOR = _is(S_IFDOOR, 'a door')
S_ISPORT = _is(S_IFPORT, 'an event port')
S_ISWHT = _is(S_IFWHT, 'a whiteout')
for _name in 'DIR', 'CHR', 'BLK', 'REG', 'FIFO', 'LNK', 'SOCK', 'DOOR', 'PORT', 'WHT':
    globals()['S_IS' + _name].__name__ = globals()['S_IS' + _name].__qualname__ = 'S_IS' + _name
del _name, _is

_kinds = {S_IFLNK: 'l', S_IFSOCK: 's', S_IFREG: '-', S_IFBLK: 'b', S_IFDIR: 'd', S_IFCHR: 'c', S_IFIFO: 'p'}


def filemode(mode):
    """Convert a file's mode to a string of the form '-rwxrwxrwx'."""
    result = _kinds.get(S_IFMT(mode), '?')
    for shift, special, letter in (6, S_ISUID, 's'), (3, S_ISGID, 's'), (0, S_ISVTX, 't'):
        bits = mode >> shift
        result += ('r' if bits & 4 else '-') + ('w' if bits & 2 else '-')
        if mode & special:
            result += letter if bits & 1 else letter.upper()
        else:
            result += 'x' if bits & 1 else '-'
    return result
