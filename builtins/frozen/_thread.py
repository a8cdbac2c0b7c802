"""Locks for programs that are written for threads. There is one thread: no other can be started, and waiting for a lock that it holds itself raises instead of waiting for ever."""
import time as _time

__all__ = ['LockType', 'RLock', 'TIMEOUT_MAX', 'allocate', 'allocate_lock', 'error', 'exit', 'get_ident', 'get_native_id', 'interrupt_main', 'lock', 'stack_size',
           'start_new', 'start_new_thread']

error = RuntimeError
TIMEOUT_MAX = 9223372036.0


def _check_timeout(blocking, timeout):
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")


class lock:
    """A lock object is a synchronization primitive."""
    __slots__ = '_locked', '__weakref__'

    def __new__(cls):
        self = object.__new__(cls)
        self._locked = False
        return self

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock."""
        _check_timeout(blocking, timeout)
        if not self._locked:
            self._locked = True
            return True
        if not blocking:
            return False
        if timeout == -1:
            raise RuntimeError('waiting for a lock that no other thread can release')
        _time.sleep(timeout)
        return False

    def release(self):
        """Release the lock."""
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False

    def locked(self):
        """Return whether the lock is in the locked state."""
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def _at_fork_reinit(self):
        self._locked = False

    def __repr__(self):
        return f'<{"locked" if self._locked else "unlocked"} _thread.lock object at {id(self):#x}>'


LockType = allocate_lock = allocate = lock


class RLock:
    """A lock that its owner may acquire again."""
    __slots__ = '_count', '__weakref__'

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._count = 0
        return self

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock."""
        _check_timeout(blocking, timeout)
        self._count += 1
        return True

    def release(self):
        """Release the lock."""
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def _is_owned(self):
        return self._count > 0

    def _recursion_count(self):
        return self._count

    def _release_save(self):
        if not self._count:
            raise RuntimeError('cannot release un-acquired lock')
        saved, self._count = self._count, 0
        return saved, get_ident()

    def _acquire_restore(self, saved):
        self._count = saved[0]

    def _at_fork_reinit(self):
        self._count = 0

    def __repr__(self):
        owner = get_ident() if self._count else 0
        return f'<{"locked" if self._count else "unlocked"} _thread.RLock object owner={owner} count={self._count} at {id(self):#x}>'


class _local:
    """Attributes that belong to the thread: with one thread, an object with attributes."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        return object.__new__(cls)


class _ThreadHandle:
    """The one thread's."""

    def __init__(self):
        self.ident = get_ident()

    def is_done(self):
        return False

    def join(self, timeout=None):
        raise RuntimeError('Cannot join current thread')

    def _set_done(self):
        pass


class _ExceptHookArgs(tuple):
    """What threading.excepthook() is called with."""
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def _excepthook(args, /):
    import sys
    sys.excepthook(args.exc_type, args.exc_value, args.exc_traceback)


_identity = id(error)


def get_ident():
    """Return a non-zero integer that identifies the thread."""
    return _identity


def get_native_id():
    """Return the process's id: its one thread has no other."""
    import os
    return os.getpid()


_get_main_thread_ident = get_ident


def _make_thread_handle(ident):
    return _ThreadHandle()


def start_new_thread(function, args, kwargs=None, /):
    """Raise RuntimeError: there are no threads."""
    raise RuntimeError("can't start new thread")


start_new = start_new_thread


def start_joinable_thread(function, handle=None, daemon=True):
    """Raise RuntimeError: there are no threads."""
    raise RuntimeError("can't start new thread")


def daemon_threads_allowed():
    """Whether daemon threads may be started."""
    return False


def exit():
    """Leave the thread, which is the program."""
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2, /):
    """Raise KeyboardInterrupt in the main thread, which is this one."""
    raise KeyboardInterrupt


def stack_size(size=0, /):
    """Return the stack size of new threads, which has no meaning."""
    return 0


def _count():
    return 0


def _shutdown():
    pass


def _is_main_interpreter():
    return True
