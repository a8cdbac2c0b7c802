"""allow programmer to define multiple exit functions to be executed
upon normal program termination.

Two public functions, register and unregister, are defined."""

_handlers = [] # (function, arguments, keyword arguments); None where one was unregistered


def register(func, /, *args, **kwargs):
    """Register a function to be executed upon normal program termination"""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _handlers.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Unregister an exit function which was previously registered using atexit.register"""
    for i, handler in enumerate(_handlers):
        if handler and handler[0] == func:
            _handlers[i] = None


def _clear():
    """Clear the list of previously registered exit functions."""
    _handlers.clear()


def _ncallbacks():
    """Return the number of registered exit functions."""
    return len(_handlers)


def _run_exitfuncs():
    """Run all registered exit functions.

    The last one comes first. An exception in one is reported, and does not keep the others from running; what they register is not run."""
    import sys
    for i in reversed(range(len(_handlers))):
        handler = _handlers[i] if i < len(_handlers) else None
        if not handler:
            continue
        func, args, kwargs = handler
        try:
            func(*args, **kwargs)
        except BaseException as error:
            sys.unraisablehook(_Unraisable(error, func))
    _handlers.clear()


class _Unraisable:
    object = None

    def __init__(self, error, func):
        self.exc_type = type(error)
        self.exc_value = error
        self.exc_traceback = error.__traceback__ = error.__traceback__.tb_next
        self.err_msg = f'Exception ignored in atexit callback {func!r}'
