# Every built-in function, method and module function with arguments that are meant to take for ever, or all memory. limits_builtins_test.cpp runs it: prepare(),
# then call(i, k) for each i below count() and each k below variants, every call under budgets of its own.
import array
import collections
import functools
import importlib
import io
import itertools
import operator
import sys
import types
import weakref

size = 400_000
modules = []  # filled by the test: names
variants = 96

# What would end the test rather than what it tests.
left_out = {
    'builtins.breakpoint', 'builtins.help', 'builtins.exit', 'builtins.quit', 'sys.exit', 'sys.setrecursionlimit', 'sys.set_int_max_str_digits', 'os._exit', 'posix._exit',
}


class Endless:
    """Everything that a container can be asked for, without end."""

    def __iter__(self): return self
    def __next__(self): return 1
    def __len__(self): return 1 << 60
    def __length_hint__(self): return 1 << 60
    def __getitem__(self, index): return index
    def __contains__(self, item): return all(itertools.repeat(item))
    def __index__(self): return 1 << 60
    def __int__(self): return 1 << 60
    def __float__(self): return 1e300
    def __eq__(self, other): return sum(itertools.repeat(0)) == other
    def __lt__(self, other): return True
    def __hash__(self): return sum(itertools.repeat(0))
    def __call__(self, *arguments): return 1
    def __repr__(self): return ''.join(itertools.repeat('x'))
    def __format__(self, spec): return ''.join(itertools.repeat('x'))
    def __bytes__(self): return b''.join(itertools.repeat(b'x'))
    def __enter__(self): return self
    def __exit__(self, *error): return True
    def keys(self): return itertools.count()
    def read(self, *size): return 'x' * 1000
    def readline(self, *size): return 'x' * 1000
    def write(self, data): return 1
    def fileno(self): return 10 ** 6


class Contrary:
    """Equal to nothing, in no order, and always somewhere else in a dict."""
    turn = 0

    def __eq__(self, other): return False

    def __lt__(self, other):
        Contrary.turn += 1
        return Contrary.turn % 3 == 0

    def __hash__(self): return 7
    def __bool__(self): raise ValueError('neither')


def generator():
    while True:
        yield 1


def nested(kind, depth=20_000):
    value = kind()
    for _ in range(depth):
        value = kind([value])
    return value


makers = {
    'none': lambda: None,
    'zero': lambda: 0,
    'minus': lambda: -1,
    'seven': lambda: 7,
    'many': lambda: 10 ** 9,
    'very_many': lambda: 10 ** 12,
    'most': lambda: sys.maxsize,
    'least': lambda: -sys.maxsize - 1,
    'big_int': lambda: (1 << 300_000) - 1,
    'huge_int': lambda: 1 << 3_000_000,
    'float': lambda: 1e308,
    'infinity': lambda: float('inf'),
    'complex': lambda: 1e200 + 1e200j,
    'text': lambda: 'ab' * size,
    'wide_text': lambda: 'a\u0416' * size,
    'spaces': lambda: ' \n' * size,
    'digits': lambda: '7' * size,
    'brackets': lambda: '(' * size,
    'percent': lambda: '%999999999d',
    'braces': lambda: '{:>999999999}{0!r:1000000000}',
    'format_code': lambda: '999999999x',
    'expression': lambda: '10**10**10',
    'source': lambda: 'x = [' * 5000,
    'pattern': lambda: '(a|b|ab)*c',
    'word': lambda: 'a',
    'encoding': lambda: 'utf-8',
    'bytes': lambda: b'ab' * size,
    'small_bytes': lambda: b'a',
    'bytearray': lambda: bytearray(b'ab' * size),
    'view': lambda: memoryview(bytearray(2 * size)),
    'strided_view': lambda: memoryview(bytearray(4 * size))[::3],
    'array': lambda: array.array('q', bytes(8 * size)),
    'list': lambda: list(range(size)),
    'objects': lambda: [Contrary() for _ in range(3000)],
    'texts': lambda: ['ab'] * size,
    'tuple': lambda: tuple(range(size)),
    'deep_list': lambda: nested(list),
    'deep_tuple': lambda: nested(tuple),
    'dict': lambda: dict.fromkeys(range(size)),
    'text_dict': lambda: {str(i): i for i in range(size // 4)},
    'set': lambda: set(range(size)),
    'frozenset': lambda: frozenset(range(size)),
    'deque': lambda: collections.deque(range(size)),
    'range': lambda: range(10 ** 15),
    'bytes_io': lambda: io.BytesIO(b'ab\n' * size),
    'string_io': lambda: io.StringIO('ab\n' * size),
    'endless': Endless,
    'contrary': Contrary,
    'count': itertools.count,
    'repeat': lambda: itertools.repeat(1),
    'cycle': lambda: itertools.cycle('ab'),
    'generator': generator,
    'map': lambda: map(abs, itertools.repeat(1)),
    'zip': lambda: zip(itertools.count(), itertools.count()),
    'function': lambda: lambda *arguments, **keywords: 1,
    'key': lambda: Contrary,
    'class': lambda: Contrary,
    'slice': lambda: slice(None, None, -1),
}
sized = ('bytearray', 'view', 'array', 'list', 'objects', 'texts', 'deep_list', 'dict', 'text_dict', 'set', 'deque')
pool = {}
sizes = {}


def fill(name):
    value = pool[name] = makers[name]()
    if name in sized:
        sizes[name] = len(value)


def restore():
    """What calls have changed or used up is made anew."""
    for name in makers:
        if name in ('bytes_io', 'string_io'):
            if pool[name].closed:
                fill(name)
            pool[name].seek(0)
        elif name in ('count', 'repeat', 'cycle', 'generator', 'map', 'zip'):
            fill(name)
        elif name in sized:
            try:
                same = len(pool[name]) == sizes[name]
            except ValueError:  # a view that was released
                same = False
            if not same:
                fill(name)


targets = []  # (label, function, the name of the value that goes first or None)


def instances():
    """A maker for an instance of each type that can be reached from the pool, by type."""
    found = {}

    def add(make):
        try:
            value = make()
        except Exception:
            return
        found.setdefault(type(value), make)

    for name in makers:
        def get(name=name):
            return pool[name]
        add(get)
        for view in (iter, reversed, enumerate, memoryview, 'keys', 'values', 'items'):
            add((lambda get=get, view=view: getattr(get(), view)()) if isinstance(view, str) else (lambda get=get, view=view: view(get())))
    for make in (
        lambda: iter(pool['dict'].values()), lambda: iter(pool['dict'].items()), lambda: reversed(pool['dict'].keys()), lambda: iter(pool['text']),
        lambda: iter(pool['dict'].keys()), lambda: types.MappingProxyType(pool['dict']), lambda: types.SimpleNamespace(x=pool['list']), lambda: operator.itemgetter(0, 1),
        lambda: operator.attrgetter('x'), lambda: operator.methodcaller('x'), lambda: functools.partial(int), lambda: functools.lru_cache(lambda x: x), lambda: property(len),
        lambda: staticmethod(len), lambda: classmethod(len), lambda: super(Contrary, Contrary()), lambda: weakref.ref(pool['contrary']), lambda: len, lambda: [].append,
        lambda: Contrary.__eq__, lambda: Contrary().__eq__, lambda: Contrary.__eq__.__code__, lambda: list.append, lambda: list.__add__, lambda: [].__add__, lambda: ValueError('x'),
        lambda: OSError(1, 'x'), lambda: UnicodeDecodeError('utf-8', b'x', 0, 1, 'y'), lambda: ExceptionGroup('x', [ValueError()]), lambda: list[int], lambda: int | str,
        lambda: iter(callable, 1), lambda: itertools.tee(pool['count'])[0], lambda: collections.OrderedDict.fromkeys(range(1000)), lambda: collections.defaultdict(int),
        lambda: collections.Counter('abc'), lambda: sys, lambda: sys.flags, lambda: Ellipsis, lambda: NotImplemented, lambda: types.CellType(1),
    ):
        add(make)
    return found


def prepare():
    for name in makers:
        fill(name)
    seen = set()
    known = instances()

    def add_type(kind, label):
        if id(kind) in seen:
            return
        seen.add(id(kind))
        targets.append((label, kind, None))
        make = known.get(kind)
        if make is None:
            for arguments in ((), ('list',), ('text',), ('bytes',), ('function', 'list'), ('list', 'seven'), ('seven',), ('word',)):
                def make(arguments=arguments):
                    return kind(*[pool[name] for name in arguments])
                try:
                    make()
                    break
                except Exception:
                    make = None
        for name in sorted(kind.__dict__):
            function = kind.__dict__[name]
            if not callable(function) and not isinstance(function, (staticmethod, classmethod)):
                continue
            if isinstance(function, (staticmethod, classmethod)) or name == '__new__':
                targets.append((f'{label}.{name}', getattr(kind, name), (lambda: kind) if name == '__new__' else None))
            elif make is not None:
                targets.append((f'{label}.{name}', function, make))

    for kind in known:
        if kind not in (Endless, Contrary):
            add_type(kind, f'{kind.__module__}.{kind.__qualname__}')
    for name in modules:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        for attribute in sorted(vars(module)):
            value = getattr(module, attribute)
            label = f'{name}.{attribute}'
            if label in left_out or id(value) in seen or not callable(value):
                continue
            if isinstance(value, type):
                add_type(value, label)
            else:
                seen.add(id(value))
                targets.append((label, value, None))


def count():
    return len(targets)


names = list(makers)


def arguments_of(i, k):
    """Names of the arguments of variant k: none, each value alone, then pairs and triples of all kinds."""
    if k == 0:
        return ()
    if k <= len(names):
        return (names[k - 1],)
    number = (i * 7919 + k * 104_729) * 2_654_435_761 % (1 << 32)
    first, second, third = number % len(names), number // 64 % len(names), number // 4096 % len(names)
    return (names[first], names[second]) if k % 3 else (names[first], names[second], names[third])


def label(i, k):
    name, _, make = targets[i]
    return f'{name}({", ".join((["self"] if make else []) + list(arguments_of(i, k)))})'


def call(i, k):
    _, function, make = targets[i]
    arguments = [pool[name] for name in arguments_of(i, k)]
    if make is not None:
        arguments.insert(0, make())
    function(*arguments)
