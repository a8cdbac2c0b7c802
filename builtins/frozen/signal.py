"""Names of signals, and handlers that raise_signal() calls. What the operating system sends does not come to scripts: the host decides about it."""
from enum import IntEnum as _IntEnum


class Signals(_IntEnum):
    """An enumeration of the signals."""
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGSYS = 31


class Handlers(_IntEnum):
    """An enumeration of the handlers that every system has."""
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)
NSIG = 65

_texts = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 5: 'Trace/breakpoint trap', 6: 'Aborted', 7: 'Bus error', 8: 'Floating point exception',
          9: 'Killed', 10: 'User defined signal 1', 11: 'Segmentation fault', 12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated',
          17: 'Child exited', 18: 'Continued', 19: 'Stopped (signal)', 20: 'Stopped', 21: 'Stopped (tty input)', 22: 'Stopped (tty output)', 23: 'Urgent I/O condition',
          24: 'CPU time limit exceeded', 25: 'File size limit exceeded', 26: 'Virtual timer expired', 27: 'Profiling timer expired', 28: 'Window changed',
          29: 'I/O possible', 31: 'Bad system call'}


def default_int_handler(signalnum, frame, /):
    """The default handler for SIGINT: raises KeyboardInterrupt."""
    raise KeyboardInterrupt


_handlers = {Signals.SIGINT: default_int_handler, Signals.SIGPIPE: Handlers.SIG_IGN}


def _number(signalnum):
    number = signalnum.__index__()
    if not 1 <= number < NSIG:
        raise ValueError('signal number out of range')
    return number


def _named(kind, value):
    try:
        return kind(value)
    except ValueError:
        return value


def signal(signalnum, handler, /):
    """Set the handler of a signal, and return what it was."""
    number = _number(signalnum)
    if number in (Signals.SIGKILL, Signals.SIGSTOP):
        raise OSError(22, 'Invalid argument')
    if isinstance(handler, int):
        handler = _named(Handlers, int(handler))
        if not isinstance(handler, Handlers):
            raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    elif not callable(handler):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    before = getsignal(number)
    _handlers[number] = handler
    return before


def getsignal(signalnum, /):
    """Return the handler of a signal."""
    return _handlers.get(_number(signalnum), Handlers.SIG_DFL)


def raise_signal(signalnum, /):
    """Call the handler of a signal; SystemExit with the shell's status stands for the default of those that end a process."""
    import sys
    number = _number(signalnum)
    handler = getsignal(number)
    if callable(handler):
        handler(number, sys._getframe(1))
    elif handler == Handlers.SIG_DFL and number not in (Signals.SIGCHLD, Signals.SIGCONT, Signals.SIGURG, Signals.SIGWINCH):
        raise SystemExit(128 + number)


def strsignal(signalnum, /):
    """Return the system's description of a signal, None for an unknown one."""
    return _texts.get(_number(signalnum))


def valid_signals():
    """Return the set of the signals that may be used."""
    return {_named(Signals, number) for number in range(1, NSIG) if number not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    """Nothing is interrupted by signals."""


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Accepted; nothing is ever written."""
    return -1
