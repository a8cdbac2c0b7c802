"""Context managers out of generators, functions and other context managers (PEP 343)."""
import abc
import sys
from collections.abc import _has_methods
from functools import wraps
from types import GenericAlias, MethodType

__all__ = ['AbstractAsyncContextManager', 'AbstractContextManager', 'AsyncContextDecorator', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'aclosing',
           'asynccontextmanager', 'chdir', 'closing', 'contextmanager', 'nullcontext', 'redirect_stderr', 'redirect_stdout', 'suppress']

_NO_YIELD = "generator didn't yield"


# ---- what a context manager is

class AbstractContextManager(abc.ABC):
    """A class with __enter__() and __exit__(), derived from this one or not."""
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return _has_methods(other, '__enter__', '__exit__')
        return NotImplemented

    def __enter__(self):
        """The value of the with statement: the manager itself."""
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Told how the block ended; something true swallows its exception."""


class AbstractAsyncContextManager(abc.ABC):
    """A class with __aenter__() and __aexit__(), derived from this one or not."""
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return _has_methods(other, '__aenter__', '__aexit__')
        return NotImplemented

    async def __aenter__(self):
        """The value of the async with statement: the manager itself."""
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Told how the block ended; something true swallows its exception."""


class ContextDecorator:
    """Makes a context manager a decorator too: every call of the function runs inside it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inside(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inside


class AsyncContextDecorator:
    """Makes an asynchronous context manager a decorator of coroutine functions too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inside(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inside


# ---- generators as context managers

class _OfGenerator:
    """What the managers of both kinds of generators share."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.args, self.kwds, self.func = args, kwds, func
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        # A generator runs once: a decorated function needs a new one for each call.
        return type(self)(self.func, self.args, self.kwds)

    def _answer(self, thrown, left, traceback):
        """What the exit method returns after the block's exception `thrown` went into the generator and `left` came out; None when that is another exception."""
        if isinstance(left, self._end):
            return left is not thrown
        # PEP 479: a StopIteration cannot leave a generator, a RuntimeError leaves in its place.
        if left is thrown or isinstance(left, RuntimeError) and left.__cause__ is thrown and isinstance(thrown, self._replaced):
            thrown.__traceback__ = traceback
            return False
        return None


class _GeneratorContextManager(_OfGenerator, AbstractContextManager, ContextDecorator):
    """A context manager made by @contextmanager."""
    _end = _replaced = StopIteration

    def __enter__(self):
        del self.args, self.func, self.kwds  # the block must not keep them alive
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError(_NO_YIELD) from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            after = ''
        else:
            thrown = typ() if value is None else value
            try:
                self.gen.throw(thrown)
            except BaseException as left:
                answer = self._answer(thrown, left, traceback)
                if answer is None:
                    raise
                return answer
            after = ' after throw()'
        try:
            raise RuntimeError("generator didn't stop" + after)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_OfGenerator, AbstractAsyncContextManager, AsyncContextDecorator):
    """An asynchronous context manager made by @asynccontextmanager."""
    _end = StopAsyncIteration
    _replaced = StopIteration, StopAsyncIteration

    async def __aenter__(self):
        del self.args, self.func, self.kwds  # the block must not keep them alive
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError(_NO_YIELD) from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            after = ''
        else:
            thrown = typ() if value is None else value
            try:
                await self.gen.athrow(thrown)
            except BaseException as left:
                answer = self._answer(thrown, left, traceback)
                if answer is None:
                    raise
                return answer
            after = ' after athrow()'
        try:
            raise RuntimeError("generator didn't stop" + after)
        finally:
            await self.gen.aclose()


def _maker(func, manager):
    @wraps(func)
    def make(*args, **kwds):
        return manager(func, args, kwds)
    return make


def contextmanager(func):
    """Decorator: a generator function that yields once makes context managers."""
    return _maker(func, _GeneratorContextManager)


def asynccontextmanager(func):
    """Decorator: an async generator function that yields once makes asynchronous context managers."""
    return _maker(func, _AsyncGeneratorContextManager)


# ---- small managers

class closing(AbstractContextManager):
    """Calls close() of a thing when the block ends."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() of a thing, such as an async generator, when the block ends."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *details):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, where a context manager is asked for; its value is `enter_result`."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *details):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *details):
        pass


class _Redirection(AbstractContextManager):
    """Puts a file in the place of one of sys; may be entered again inside its block."""

    def __init__(self, new_target):
        self._target = new_target
        self._before = []

    def __enter__(self):
        self._before.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._target)
        return self._target

    def __exit__(self, *details):
        setattr(sys, self._stream, self._before.pop())


class redirect_stdout(_Redirection):
    """Sends what the block prints to another file."""
    _stream = 'stdout'


class redirect_stderr(_Redirection):
    """Sends what the block writes to sys.stderr to another file."""
    _stream = 'stderr'


class chdir(AbstractContextManager):
    """Another working directory for the block: for the whole process."""

    def __init__(self, path):
        self.path = path
        self._before = []

    def __enter__(self):
        import os
        self._before.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *details):
        import os
        os.chdir(self._before.pop())


class suppress(AbstractContextManager):
    """Ends the block at the first of these exceptions, quietly; takes them out of an exception group."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, exception, traceback):
        if kind is None:
            return None
        if issubclass(kind, self._exceptions):
            return True
        if not issubclass(kind, BaseExceptionGroup):
            return False
        others = exception.split(self._exceptions)[1]
        if others is not None:
            raise others
        return True


# ---- stacks of managers

def _chain(new, old, outside):
    """Gives `new` the context it would have in nested with statements: where its chain meets what was handled outside the stack, `old` comes between."""
    link = new
    while link.__context__ is not outside:
        link = link.__context__
        if link is None or link is old:
            return
    if outside is not None:
        link.__context__ = old


def _details(exception):
    return (None, None, None) if exception is None else (type(exception), exception, exception.__traceback__)


class _Stack:
    """The callbacks of both kinds of stacks: pairs of whether its result counts as it is (or is to be awaited), and a function of an exit method's arguments."""

    def __init__(self):
        self._exit_callbacks = []

    def _keep(self, exit, method_name, is_sync):
        method = getattr(type(exit), method_name, None)
        self._exit_callbacks.append((is_sync, exit if method is None else MethodType(method, exit)))
        return exit

    def pop_all(self):
        """Move all callbacks to a new stack."""
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, other._exit_callbacks
        return other

    def push(self, exit):
        """Call the __exit__() of an object, or a function like it, at the end."""
        return self._keep(exit, '__exit__', True)

    def enter_context(self, cm):
        """Enter a context manager, leave it at the end."""
        kind = type(cm)
        try:
            enter, leave = kind.__enter__, kind.__exit__
        except AttributeError:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the context manager protocol") from None
        value = enter(cm)
        self._exit_callbacks.append((True, MethodType(leave, cm)))
        return value

    def callback(self, callback, /, *args, **kwds):
        """Call a function with these arguments at the end."""
        def leave(*details):
            callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exit_callbacks.append((True, leave))
        return callback


class ExitStack(_Stack, AbstractContextManager):
    """Context managers and callbacks that end with one block, the last first."""

    def __exit__(self, *details):
        exception, is_new, outside = details[1], False, sys.exception()  # on its way; of a callback, not of the block
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                if leave(*_details(exception)):
                    exception, is_new = None, False
            except BaseException as raised:
                _chain(raised, exception, outside)
                exception, is_new = raised, True
        if is_new:
            context = exception.__context__
            try:
                raise exception
            finally:
                exception.__context__ = context
        return exception is None and details[1] is not None

    def close(self):
        """Run the callbacks now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    """Context managers and callbacks of both kinds that end with one async block, the last first."""

    async def enter_async_context(self, cm):
        """Enter an asynchronous context manager, leave it at the end."""
        kind = type(cm)
        try:
            enter, leave = kind.__aenter__, kind.__aexit__
        except AttributeError:
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the asynchronous context manager protocol") from None
        value = await enter(cm)
        self._exit_callbacks.append((False, MethodType(leave, cm)))
        return value

    def push_async_exit(self, exit):
        """Await the __aexit__() of an object, or a coroutine function like it, at the end."""
        return self._keep(exit, '__aexit__', False)

    def push_async_callback(self, callback, /, *args, **kwds):
        """Await a coroutine function with these arguments at the end."""
        async def leave(*details):
            await callback(*args, **kwds)
        leave.__wrapped__ = callback
        self._exit_callbacks.append((False, leave))
        return callback

    async def __aexit__(self, *details):
        exception, is_new, outside = details[1], False, sys.exception()  # on its way; of a callback, not of the block
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                answer = leave(*_details(exception))
                if answer if is_sync else await answer:
                    exception, is_new = None, False
            except BaseException as raised:
                _chain(raised, exception, outside)
                exception, is_new = raised, True
        if is_new:
            context = exception.__context__
            try:
                raise exception
            finally:
                exception.__context__ = context
        return exception is None and details[1] is not None

    async def aclose(self):
        """Run the callbacks now."""
        await self.__aexit__(None, None, None)
