from contextlib import *
import sys, io


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))


@contextmanager
def cm(x):
    """doc"""
    print('enter', x)
    try:
        yield (x * 2)
    except ValueError as e:
        print('caught', e)
    finally:
        print('exit')


with cm(3) as v:
    print(v)
# expect: enter 3
# expect: 6
# expect: exit
with cm(4):
    raise ValueError('boom')
# expect: enter 4
# expect: caught boom
# expect: exit


def f():
    with cm(5):
        raise KeyError('k')


show(f)
# expect: enter 5
# expect: exit
# expect: KeyError 'k' None None
print(cm.__name__, cm.__doc__)  # expect: cm doc


@cm(6)
def deco(a):
    print('in deco', a)
    return a


print(deco(1), deco(2), deco.__name__)
# expect: enter 6
# expect: in deco 1
# expect: exit
# expect: enter 6
# expect: in deco 2
# expect: exit
# expect: 1 2 deco


@contextmanager
def no():
    if 0:
        yield


def g():
    with no():
        pass


show(g)
# expect: RuntimeError generator didn't yield StopIteration() None


@contextmanager
def two():
    yield 1
    yield 2


def h():
    with two():
        pass


show(h)
# expect: RuntimeError generator didn't stop None None


def h2():
    with two():
        raise ValueError(1)


show(h2)
# expect: ValueError 1 None None


@contextmanager
def swallow():
    try:
        yield
    except:
        pass


with swallow():
    1 / 0


@contextmanager
def reraise():
    try:
        yield
    except Exception as e:
        raise RuntimeError('new') from e


def i():
    with reraise():
        1 / 0


show(i)
# expect: RuntimeError new ZeroDivisionError('division by zero') ZeroDivisionError('division by zero')


@contextmanager
def plain():
    yield


def si():
    with plain():
        raise StopIteration('x')


show(si)
# expect: StopIteration x None None


def ge():
    with plain():
        raise RuntimeError('r')


show(ge)
# expect: RuntimeError r None None
with suppress(KeyError, ValueError):
    raise KeyError
print('after')  # expect: after
show(lambda: suppress().__enter__())
# expect: None


def j():
    with suppress(KeyError):
        raise ValueError('v')


show(j)
# expect: ValueError v None None


class C:

    def close(self):
        print('closed')


with closing(C()) as c:
    print('using')
# expect: using
# expect: closed
with nullcontext(5) as n:
    print(n)  # expect: 5
buf = io.StringIO()
with redirect_stdout(buf):
    sys.stdout.write('hidden\n')
print(repr(buf.getvalue()))  # expect: 'hidden\n'
with redirect_stderr(buf):
    sys.stderr.write('err')
print(repr(buf.getvalue()))  # expect: 'hidden\nerr'
with ExitStack() as s:
    s.callback(print, 'cb', sep='-')
    s.enter_context(cm(7))
    s.push(lambda *a: print('push', a[0]))
    print('body')
# expect: enter 7
# expect: body
# expect: push None
# expect: exit
# expect: cb


def k():
    with ExitStack() as s:
        s.callback(lambda: 1 / 0)
        s.callback(lambda: [][0])
        raise KeyError('orig')


show(k)
# expect: ZeroDivisionError division by zero IndexError('list index out of range') None
try:
    k()
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))  # expect: ZeroDivisionError('division by zero') IndexError('list index out of range') KeyError('orig')
with ExitStack() as s:
    s.push(lambda *a: True)
    raise ValueError
with ExitStack() as s:
    s.callback(print, 'moved')
    s2 = s.pop_all()
print('not yet')  # expect: not yet
s2.close()  # expect: moved
show(ExitStack().enter_context, 3)
# expect: TypeError 'builtins.int' object does not support the context manager protocol AttributeError("type object 'int' has no attribute '__enter__'") None


class A(AbstractContextManager):

    def __exit__(self, *a):
        print('A exit', a[0])


with A() as a:
    print(isinstance(a, AbstractContextManager), isinstance(open('/dev/null'), AbstractContextManager), isinstance(3, AbstractContextManager))
# expect: True True False
# expect: A exit None
show(AbstractContextManager)
# expect: TypeError Can't instantiate abstract class AbstractContextManager without an implementation for abstract method '__exit__' None None


class D(ContextDecorator):

    def __enter__(self):
        print('D in')
        return self

    def __exit__(self, *a):
        print('D out')


@D()
def fn(x):
    return x + 1


print(fn(1))
# expect: D in
# expect: D out
# expect: 2


def run(co):
    try:
        while 1:
            co.send(None)
    except StopIteration as e:
        return e.value


@asynccontextmanager
async def acm(x):
    print('aenter')
    try:
        yield x
    except KeyError:
        print('akey')
    finally:
        print('aexit')


async def main():
    async with acm(1) as v:
        print(v)
    async with acm(2):
        raise KeyError
    async with AsyncExitStack() as s:
        await s.enter_async_context(acm(3))
        s.push_async_callback(acb, 5)
        s.callback(print, 'sync')
    async with aclosing(agen()) as g:
        async for x in g:
            print(x)
            break
    try:
        async with acm(4):
            raise ValueError('z')
    except ValueError as e:
        print('VE', e)
    async with nullcontext(9) as n:
        print(n)
    return 'done'


async def acb(x):
    print('acb', x)


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print('agen closed')


print(run(main()))
# expect: aenter
# expect: 1
# expect: aexit
# expect: aenter
# expect: akey
# expect: aexit
# expect: aenter
# expect: sync
# expect: acb 5
# expect: aexit
# expect: 1
# expect: agen closed
# expect: aenter
# expect: aexit
# expect: VE z
# expect: 9
# expect: done


def eg():
    with suppress(ValueError):
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])


show(eg)
# expect: ExceptionGroup g (1 sub-exception) ExceptionGroup('g', [ValueError(1), KeyError(2)]) None
with suppress(ValueError):
    raise ExceptionGroup('g', [ValueError(1)])
print('end')  # expect: end
