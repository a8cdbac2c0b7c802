# What every generated program stands on. Runs under minipy and CPython alike; all that is printed is compared.
import gc

FULL = False  # texts of errors and line numbers too: with an oracle of the same version


class OutOfFuel(BaseException):
    pass


fuel = 0


def refuel():
    global fuel
    fuel = 4000


def tick():
    global fuel
    fuel -= 1
    if fuel < 0:
        raise OutOfFuel


def text_of(value, depth=0):
    """repr() without addresses, and without the order of sets."""
    kind = type(value)
    if depth > 6:
        return '…'
    if kind in (int, str, bytes, bool, complex, bytearray, range, slice) or value is None or value is ... or value is NotImplemented:
        text = repr(value) if kind is not int or -10 ** 300 < value < 10 ** 300 else 'big'
        return text if len(text) < 400 else text[:400] + '…' + str(len(text))
    if kind is float:
        return repr(value)
    if kind in (list, tuple):
        return kind.__name__ + '[' + ', '.join([text_of(x, depth + 1) for x in value[:50]]) + ']' + str(len(value))
    if kind is dict:
        return '{' + ', '.join([text_of(k, depth + 1) + ': ' + text_of(v, depth + 1) for k, v in list(value.items())[:50]]) + '}'
    if kind in (set, frozenset):
        return kind.__name__ + str(sorted([text_of(x, depth + 1) for x in value])[:50])
    if isinstance(value, BaseException):
        return error_of(value, depth)
    if isinstance(value, type):
        return 'class ' + value.__qualname__
    if kind in (type(text_of), type(lambda: 0), type([].append), type(len)):
        return kind.__name__ + ' ' + value.__qualname__
    return 'a ' + kind.__qualname__


def error_of(error, depth=0):
    text = type(error).__name__
    if FULL:
        text += '(' + ', '.join([a if type(a) is str else text_of(a, depth + 1) for a in error.args]) + ')'
        lines, trace = [], error.__traceback__
        while trace is not None:
            # Comprehensions in a class's body have a frame in minipy, not in CPython since 3.12.
            if not trace.tb_frame.f_code.co_name.endswith('comp>'):
                lines.append(str(trace.tb_lineno) + trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        text += '@' + '/'.join(lines[-4:])
    elif isinstance(error, KeyError) and error.args:
        text += '(' + text_of(error.args[0], depth + 1) + ')'
    if isinstance(error, BaseExceptionGroup):
        text += '[' + ', '.join([error_of(e, depth + 1) for e in error.exceptions]) + ']'
    if depth < 4:
        if error.__cause__ is not None:
            text += ' from ' + error_of(error.__cause__, depth + 1)
        elif error.__context__ is not None and not error.__suppress_context__:
            text += ' in ' + error_of(error.__context__, depth + 1)
    return text


def show(*values):
    tick()
    print(*[text_of(value) for value in values])


class Tracer:
    """Says when it dies: values must die where CPython lets them die."""
    quiet = False

    def __init__(self, name):
        self.name = name

    def __del__(self):
        if not Tracer.quiet:
            print('end of', self.name)

    def __eq__(self, other):
        return isinstance(other, Tracer) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __add__(self, other):
        return Tracer('sum')

    def __bool__(self):
        return True


class Manager:
    def __init__(self, name, swallows=False, fails=0):
        self.name, self.swallows, self.fails = name, swallows, fails

    def __enter__(self):
        print('enter', self.name)
        if self.fails == 1:
            raise ValueError('enter ' + self.name)
        return self.name

    def __exit__(self, kind, error, trace):
        print('exit', self.name, kind and kind.__name__)
        if self.fails == 2:
            raise KeyError('exit ' + self.name)
        return self.swallows

    async def __aenter__(self):
        await Pause(self.name)
        return self.__enter__()

    async def __aexit__(self, kind, error, trace):
        await Pause(self.name)
        return self.__exit__(kind, error, trace)


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


class Steps:
    """An asynchronous iterator."""

    def __init__(self, items):
        self.items = iter(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        await Pause('step')
        for item in self.items:
            return item
        raise StopAsyncIteration


def drive(coroutine, throw_at=-1):
    """Runs a coroutine to its end, sending numbers; throws at one step."""
    step, sent = 0, None
    while True:
        tick()
        try:
            if step == throw_at:
                got = coroutine.throw(LookupError('thrown'))
            else:
                got = coroutine.send(sent)
        except StopIteration as end:
            return end.value
        print('pause', text_of(got))
        step += 1
        sent = step
        if step > 30:
            coroutine.close()
            return 'closed'


class Logged:
    """A descriptor that tells what happens to it."""

    def __init__(self, start=0):
        self.start = start

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get('_' + self.name, self.start)

    def __set__(self, instance, value):
        print('set', self.name, text_of(value))
        instance.__dict__['_' + self.name] = value

    def __delete__(self, instance):
        print('delete', self.name)
        del instance.__dict__['_' + self.name]


class Meta(type):
    def __new__(meta, name, bases, space, **options):
        print('new class', name, sorted(options))
        return super().__new__(meta, name, bases, space)

    def __init__(cls, name, bases, space, **options):
        super().__init__(name, bases, space)

    def __call__(cls, *args, **options):
        tick()
        return super().__call__(*args, **options)

    def __len__(cls):
        return len(cls.__name__)

    def __getattr__(cls, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return 'meta ' + name


def traced(function):
    """A decorator."""
    def wrapper(*args, **options):
        tick()
        print('call', function.__name__, len(args), sorted(options))
        return function(*args, **options)
    wrapper.__name__ = function.__name__
    return wrapper


def plain(value):
    return value


def named(name):
    def decorate(value):
        print('decorate', name)
        return value
    return decorate


def run_all(programs):
    gc.disable()
    for seed, source in programs:
        print('=== program', seed)
        refuel()
        space = {'__name__': 'program', **TOOLS}
        try:
            exec(compile(source, 'program', 'exec'), space)
        except BaseException as error:
            print('ended by', error_of(error))
            error = None
        refuel()
        space.clear()
        # What cycles keep alive ends in no certain order.
        Tracer.quiet = True
        gc.collect()
        Tracer.quiet = False


TOOLS = {value.__name__: value for value in (OutOfFuel, tick, show, Tracer, Manager, Pause, Steps, drive, Logged, Meta, traced, plain, named)}
