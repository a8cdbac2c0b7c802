"""The lines of source files, kept for those who ask again; others may put lines of their own into `cache`."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}  # file name: (size, time of change or None, lines, full name), or a function that gives the source


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file from the cache: '' where there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def _changed(entry, fullname):
    import os
    try:
        status = os.stat(fullname)
    except (OSError, ValueError):
        return True
    return entry[0] != status.st_size or entry[1] != status.st_mtime


def checkcache(filename=None):
    """Discard cache entries that are out of date."""
    for name in list(cache) if filename is None else [filename] if filename in cache else []:
        entry = cache[name]
        if len(entry) != 1 and entry[1] is not None and _changed(entry, entry[3]):
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Update a cache entry and return its list of lines."""
    import os
    import sys
    if len(cache.get(filename, ())) != 1:
        cache.pop(filename, None)
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return []
    fullname = filename
    try:
        status = os.stat(fullname)
    except OSError:
        if lazycache(filename, module_globals):
            try:
                source = cache[filename][0]()
            except (ImportError, OSError):
                source = None
            if source is not None:
                lines = [line + '\n' for line in source.splitlines()]
                cache[filename] = len(source), None, lines, fullname
                return lines
            return []
        if os.path.isabs(filename):
            return []
        for folder in sys.path:
            try:
                fullname = os.path.join(folder, filename)
                status = os.stat(fullname)
                break
            except (TypeError, AttributeError, OSError):
                pass
        else:
            return []
    except ValueError:
        return []
    try:
        lines = _read(fullname)
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if not lines:
        lines = ['\n']
    elif not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = status.st_size, status.st_mtime, lines, fullname
    return lines


def _read(fullname):
    import re
    encoding = 'utf-8-sig'
    with open(fullname, 'rb') as file:
        for line in file.readline(), file.readline():
            declared = re.match(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line)
            if declared:
                encoding = declared[1].decode('ascii')
                break
            if not re.match(rb'^[ \t\f]*(?:[#\r\n]|$)', line):
                break
    with open(fullname, encoding=encoding) as file:
        return file.readlines()


def lazycache(filename, module_globals):
    """Seed the cache for filename with the loader's get_source(), which is called when the lines are wanted."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename.startswith('<') and filename.endswith('>')) or not module_globals:
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals.get('__name__')
    loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or not get_source:
        return False
    cache[filename] = (lambda: get_source(name)),
    return True
