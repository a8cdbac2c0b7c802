"""What stacks and exceptions say, as objects and as text."""
import sys
from _traceback import entry_position, entry_text, exception_only_text, exception_text, kept_line

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack', 'format_tb', 'print_exc', 'format_exc',
           'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_given = object()


def _source_line(filename, number):
    if filename.startswith('<'):
        return kept_line(filename, number)
    try:
        with open(filename, encoding='utf-8', errors='replace') as file:
            for line in file:
                number -= 1
                if number == 0:
                    return line
    except OSError:
        pass
    return ''


class FrameSummary:
    """Information about a single frame from a traceback."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}
        self._line = line
        self._shown = None  # the lines with their marks, where a traceback knows them
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = _source_line(self.filename, self.lineno)
        return self._line.strip()

    def _key(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self.filename == other.filename and self.lineno == other.lineno and self.name == other.name and self.locals == other.locals
        return self._key() == other if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, index):
        return self._key()[index]

    def __iter__(self):
        return iter(self._key())

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


class StackSummary(list):
    """A list of the summaries of a stack's frames."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Create a StackSummary from a traceback or stack object."""
        frames = _limited(list(frame_gen), limit)
        return cls(FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name, lookup_line=lookup_lines, locals=frame.f_locals if capture_locals else None)
                   for frame, lineno in frames)

    @classmethod
    def _extract_tb(cls, tb, limit=None, lookup_lines=True, capture_locals=False):
        entries = []
        while tb is not None:
            entries.append(tb)
            tb = tb.tb_next
        made = cls()
        for entry in _limited(entries, limit):
            frame = entry.tb_frame
            lineno, end_lineno, colno, end_colno = entry_position(entry)
            summary = FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name, lookup_line=lookup_lines,
                                   locals=frame.f_locals if capture_locals else None, end_lineno=end_lineno, colno=colno, end_colno=end_colno)
            summary._shown = entry_text(entry)
            made.append(summary)
        return made

    @classmethod
    def from_list(cls, a_list):
        """Create a StackSummary object from a supplied list of FrameSummary objects or old-style list of tuples."""
        return cls(item if isinstance(item, FrameSummary) else FrameSummary(item[0], item[1], item[2], line=item[3]) for item in a_list)

    def format_frame_summary(self, frame_summary):
        """Format the lines for a single FrameSummary."""
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary._shown is not None:
            text += frame_summary._shown
        elif frame_summary.line:
            text += f'    {frame_summary.line}\n'
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f'    {name} = {value}\n'
        return text

    def format(self, **kwargs):
        """Format the stack ready for printing."""
        result = []
        last, count = None, 0

        def repeated():
            if count > 3:
                more = count - 3
                result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')
        for frame in self:
            key = frame.filename, frame.lineno, frame.name
            if key != last:
                repeated()
                last, count = key, 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(frame))
        repeated()
        return result


def walk_tb(tb):
    """Walk a traceback yielding the frame and line number for each frame."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Walk a stack yielding the frame and line number for each frame."""
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    """Return a StackSummary object representing a list of pre-processed entries from traceback."""
    return StackSummary._extract_tb(tb, limit)


def extract_stack(f=None, limit=None):
    """Extract the raw traceback from the current stack frame."""
    stack = StackSummary.extract(walk_stack(sys._getframe(1) if f is None else f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    """Format a list of tuples or FrameSummary objects for printing."""
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    """The lines that show a traceback."""
    return extract_tb(tb, limit=limit).format()


def format_stack(f=None, limit=None):
    """The lines that show the stack of a frame."""
    return extract_stack(sys._getframe(1) if f is None else f, limit=limit).format()


def print_list(extracted_list, file=None):
    """Print the list of tuples as returned by extract_tb() or extract_stack() as a formatted stack trace to the given file."""
    print(''.join(format_list(extracted_list)), file=sys.stderr if file is None else file, end='')


def print_tb(tb, limit=None, file=None):
    """Print up to 'limit' stack trace entries from the traceback 'tb'."""
    print_list(extract_tb(tb, limit=limit), file=file)


def print_stack(f=None, limit=None, file=None):
    """Print a stack trace from its invocation point."""
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit=limit), file=file)


def _exception(exc, value):
    if value is _given:
        if not (exc is None or isinstance(exc, BaseException)):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def _lines(text):
    return text.splitlines(keepends=True)


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    """Format a stack trace and the exception information."""
    exception = _exception(exc, value)
    if exception is None:
        return ['NoneType: None\n']
    return list(TracebackException.from_exception(exception, tb=tb, limit=limit).format(chain=chain))


def format_exception_only(exc, /, value=_given, *, show_group=False):
    """Format the exception part of a traceback."""
    exception = _exception(exc, value)
    return ['NoneType: None\n'] if exception is None else _lines(exception_only_text(exception))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    """Print exception up to 'limit' stack trace entries from 'tb' to 'file'."""
    print(''.join(format_exception(exc, value, tb, limit, chain)), file=sys.stderr if file is None else file, end='')


def format_exc(limit=None, chain=True):
    """What print_exc() prints, as text."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Shorthand for 'print_exception(sys.exception(), limit=limit, file=file, chain=chain)'."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """This is a shorthand for 'print_exception(sys.last_exc, limit=limit, file=file, chain=chain)'."""
    if not hasattr(sys, 'last_exc'):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    """Clear all references to local variables in the frames of a traceback: tracebacks here hold none."""


class TracebackException:
    """An exception ready for rendering."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15,
                 max_group_depth=10, save_exc_type=True):
        self.exc_type = exc_type if save_exc_type else None
        self.exc_type_str = exc_type.__qualname__ if exc_type.__module__ in ('builtins', '__main__') else f'{exc_type.__module__}.{exc_type.__qualname__}'
        self.stack = StackSummary._extract_tb(exc_traceback, limit, lookup_lines, capture_locals)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self._only = exception_only_text(exc_value)
        # The text with everything is the interpreter's own, where nothing was asked for that it does not show.
        self._full = exception_text(exc_value) if limit is None and not capture_locals and exc_traceback is exc_value.__traceback__ else None
        cause, context = exc_value.__cause__, exc_value.__context__
        self.__cause__ = self._of(cause, exc_value)
        self.__context__ = self._of(context, exc_value) if not (compact and (cause is not None or self.__suppress_context__)) else None

    @staticmethod
    def _of(exception, seen):
        if exception is None or exception is seen:
            return None
        made = TracebackException.__new__(TracebackException)
        made._full = exception_text(exception)
        made._only = exception_only_text(exception)
        made.exc_type = type(exception)
        made.exc_type_str = type(exception).__qualname__
        made.stack = StackSummary._extract_tb(exception.__traceback__)
        made.__cause__ = made.__context__ = None
        made.__suppress_context__ = exception.__suppress_context__
        made.__notes__ = getattr(exception, '__notes__', None)
        return made

    @classmethod
    def from_exception(cls, exc, *args, tb=_given, **kwargs):
        """The summary of an exception."""
        return cls(type(exc), exc, exc.__traceback__ if tb is _given else tb, *args, **kwargs)

    def format_exception_only(self, *, show_group=False, _depth=0):
        """Format the exception part of the traceback."""
        yield from _lines(self._only)

    def format(self, *, chain=True, _ctx=None):
        """Format the exception."""
        if chain and self._full is not None:
            yield from _grouped(self._full)
            return
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format(chain=chain)
                yield '\nThe above exception was the direct cause of the following exception:\n\n'
            elif self.__context__ is not None and not self.__suppress_context__:
                yield from self.__context__.format(chain=chain)
                yield '\nDuring handling of the above exception, another exception occurred:\n\n'
        if self.stack:
            yield 'Traceback (most recent call last):\n'
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True):
        """Prints what format() gives."""
        print(''.join(self.format(chain=chain)), file=sys.stderr if file is None else file, end='')

    def __str__(self):
        return self._only.rstrip('\n').partition(': ')[2]


def _grouped(text):
    """The text in the pieces that format_exception() gives: an entry's lines stay together."""
    piece = ''
    for line in _lines(text):
        if piece.startswith('  File ') and line.startswith('    '):
            piece += line
            continue
        if piece:
            yield piece
        piece = line
    if piece:
        yield piece
