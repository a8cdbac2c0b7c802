"""The machinery of importlib: specifications, finders and loaders."""
import os as _os
import sys as _sys

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = []
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES
EXTENSION_SUFFIXES = []


def all_suffixes():
    """Returns a list of all recognized module suffixes for this process."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._set_fileattr = False
        self._initializing = False
        self.cached = None

    @property
    def parent(self):
        """The name of the module's parent."""
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    def __eq__(self, other):
        try:
            return (self.name == other.name and self.loader == other.loader and self.origin == other.origin and self.has_location == other.has_location
                    and self.submodule_search_locations == other.submodule_search_locations)
        except AttributeError:
            return NotImplemented

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(parts)})'


class _Loader:
    def create_module(self, spec):
        """None: a module as any other."""

    def exec_module(self, module):
        """Execute the module."""
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname):
        """Load the named module."""
        from importlib.util import module_from_spec
        spec = ModuleSpec(fullname, self, is_package=self.is_package(fullname))
        module = _sys.modules.get(fullname) or module_from_spec(spec)
        _sys.modules[fullname] = module
        self.exec_module(module)
        return _sys.modules[fullname]


class SourceFileLoader(_Loader):
    """Loads a module from a file of source text."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, name=None):
        """Where the source is."""
        return self.path

    def get_data(self, path):
        """What a file holds."""
        with open(path, 'rb') as file:
            return file.read()

    def is_package(self, fullname):
        return _os.path.basename(self.path) == '__init__.py' and fullname.rpartition('.')[2] != '__init__'

    def get_source(self, fullname):
        """The text of the source file."""
        from importlib.util import decode_source
        try:
            data = self.get_data(self.path)
        except OSError as exc:
            raise ImportError('source not available through get_data()', name=fullname) from exc
        return decode_source(data)

    def source_to_code(self, data, path):
        """Return the code object compiled from source."""
        return compile(data, path, 'exec', dont_inherit=True)

    def get_code(self, fullname):
        return self.source_to_code(self.get_data(self.path), self.path)

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>'


class NamespaceLoader:
    """The loader of packages that are folders without an __init__.py."""

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def create_module(self, spec):
        """None: a module as any other."""

    def exec_module(self, module):
        pass


class _Native:
    """Modules that are part of the interpreter: importing them is all that can be done."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if fullname in cls._names():
            return ModuleSpec(fullname, cls, origin=cls._origin, is_package=cls.is_package(fullname))
        return None

    @staticmethod
    def create_module(spec):
        return _sys.modules.get(spec.name) or __import__(spec.name, fromlist=['__name__'])

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def load_module(cls, fullname):
        return __import__(fullname, fromlist=['__name__'])

    @classmethod
    def get_code(cls, fullname):
        """There is none to be had."""

    get_source = get_code

    @classmethod
    def is_package(cls, fullname):
        return any(name.startswith(fullname + '.') for name in cls._names())


class BuiltinImporter(_Native):
    """Finds and loads the modules that are written in C++."""
    _origin = 'built-in'

    @staticmethod
    def _names():
        return _sys.builtin_module_names


class FrozenImporter(_Native):
    """Finds and loads the modules written in Python that are part of the interpreter."""
    _origin = 'frozen'

    @staticmethod
    def _names():
        return _sys.stdlib_module_names.difference(_sys.builtin_module_names)


class PathFinder:
    """Finds modules in the folders of sys.path, or of a package's __path__."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import spec_from_file_location
        tail = fullname.rpartition('.')[2]
        namespace = []
        for folder in _sys.path if path is None else path:
            if not isinstance(folder, str):
                continue
            base = _os.path.join(folder or _os.getcwd(), tail)
            if _os.path.isfile(base + '/__init__.py'):
                return spec_from_file_location(fullname, base + '/__init__.py', submodule_search_locations=[base])
            if _os.path.isfile(base + '.py'):
                return spec_from_file_location(fullname, base + '.py')
            if _os.path.isdir(base):
                namespace.append(base)
        if not namespace:
            return None
        spec = ModuleSpec(fullname, NamespaceLoader(fullname, namespace), is_package=True)
        spec.submodule_search_locations = namespace
        return spec

    @staticmethod
    def invalidate_caches():
        """Nothing is cached."""


class FileFinder:
    """Finds modules in one folder."""

    def __init__(self, path, *loader_details):
        self.path = _os.path.abspath(path or '.')

    def find_spec(self, fullname, target=None):
        return PathFinder.find_spec(fullname, [self.path])

    def invalidate_caches(self):
        """Nothing is cached."""

    @classmethod
    def path_hook(cls, *loader_details):
        """A function that makes finders for folders, for sys.path_hooks."""
        def path_hook_for_FileFinder(path):
            if not _os.path.isdir(path or '.'):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def __repr__(self):
        return f'FileFinder({self.path!r})'
