"""Importing by name."""
import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

from builtins import __import__


def import_module(name, package=None):
    """Import a module; a relative name is resolved against `package`."""
    if not name.startswith('.'):
        __import__(name)
        return sys.modules[name]
    if not package:
        raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    full = parts[0] + ('.' + name[level:] if name[level:] else '')
    __import__(full)
    return sys.modules[full]


def reload(module):
    """Import a module anew: its source is run again in the namespace that it has."""
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    file = getattr(module, '__file__', None)
    if file is None or file.startswith('<'):
        return module
    with open(file, 'rb') as source:
        exec(compile(source.read(), file, 'exec'), module.__dict__)
    return sys.modules[name]


def invalidate_caches():
    """Nothing is cached."""
