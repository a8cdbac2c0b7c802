"""Utility code for those who import in their own way."""
import sys as _sys
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec, PathFinder, SourceFileLoader

__all__ = ['cache_from_source', 'decode_source', 'find_spec', 'module_from_spec', 'resolve_name', 'source_from_cache', 'spec_from_file_location',
           'spec_from_loader']

MAGIC_NUMBER = b'mnpy'


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Raise NotImplementedError: compiled modules are not kept in files."""
    raise NotImplementedError('sys.implementation.cache_tag is None')


def source_from_cache(path):
    """Raise NotImplementedError: compiled modules are not kept in files."""
    raise NotImplementedError('sys.implementation.cache_tag is None')


def decode_source(source_bytes):
    """Decode bytes representing source code and return the string, as the encoding declaration and universal newlines say."""
    import re
    encoding = 'utf-8'
    for line in source_bytes.split(b'\n', 2)[:2]:
        declared = re.match(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line)
        if declared:
            encoding = declared[1].decode('ascii')
            break
        if not re.match(rb'^[ \t\f]*(?:[#\r]|$)', line):
            break
    if source_bytes.startswith(b'\xef\xbb\xbf'):
        encoding = 'utf-8-sig'
    return source_bytes.decode(encoding).replace('\r\n', '\n').replace('\r', '\n')


def resolve_name(name, package):
    """The full name of a module that is named from inside a package."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    tail = name.lstrip('.')
    level = len(name) - len(tail)
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{tail}' if tail else parts[0]


def find_spec(name, package=None):
    """Return the spec for the specified module, without importing it (its parents are)."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in _sys.modules:
        module = _sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None and (fullname in _sys.builtin_module_names or fullname in _sys.stdlib_module_names):
            return BuiltinImporter.find_spec(fullname) or FrozenImporter.find_spec(fullname)
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent = fullname.rpartition('.')[0]
    path = None
    if parent:
        try:
            path = __import__(parent, fromlist=['__path__']).__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {fullname!r}', name=fullname) from e
    for finder in _sys.meta_path:
        spec = finder.find_spec(fullname, path, None)
        if spec is not None:
            return spec
    return BuiltinImporter.find_spec(fullname) or FrozenImporter.find_spec(fullname) or PathFinder.find_spec(fullname, path)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The spec of a module of which a loader is known."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if hasattr(loader, 'get_filename') and not origin:
        return spec_from_file_location(name, loader=loader, submodule_search_locations=None if is_package is None else [] if is_package else None)
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


_unknown = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unknown):
    """Return a module spec based on a file location."""
    import os
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is _unknown:
        try:
            spec.submodule_search_locations = [] if loader.is_package(name) else None
        except (AttributeError, ImportError):
            pass
    else:
        spec.submodule_search_locations = submodule_search_locations
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def module_from_spec(spec):
    """A new module as a spec describes it, not executed."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = type(_sys)(spec.name)
    for name, value in (('__loader__', spec.loader), ('__package__', spec.parent), ('__spec__', spec), ('__path__', spec.submodule_search_locations),
                        ('__file__', spec.origin if spec.has_location else None)):
        if value is not None or name == '__loader__':
            setattr(module, name, value)
    return module
