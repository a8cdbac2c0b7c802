"""The io module provides the Python interfaces to stream handling."""
import abc
from _io import (
    BlockingIOError, BufferedRandom, BufferedReader, BufferedWriter, BytesIO, DEFAULT_BUFFER_SIZE, FileIO, StringIO, TextIOWrapper, UnsupportedOperation, open,
)

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase", "BufferedReader", "BufferedWriter",
           "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "text_encoding", "IncrementalNewlineDecoder"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2


def open_code(path):
    """Opens the provided file with the intent to import the contents."""
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2, /):
    """The encoding itself, or the default one for None."""
    return "utf-8" if encoding is None else encoding


class IOBase(metaclass=abc.ABCMeta):
    """The abstract base class for all I/O classes."""
    __closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, pos, whence=0):
        """Change the stream position."""
        self._unsupported("seek")

    def tell(self):
        """Return current stream position."""
        return self.seek(0, 1)

    def truncate(self, pos=None):
        """Truncate file to size bytes."""
        self._unsupported("truncate")

    def fileno(self):
        """Return underlying file descriptor if one exists."""
        self._unsupported("fileno")

    def flush(self):
        """Flush write buffers, if applicable."""
        self._checkClosed()

    def close(self):
        """Flush and close the IO object."""
        if not self.__closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    @property
    def closed(self):
        """Whether the stream is closed."""
        return self.__closed

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def seekable(self):
        """Return whether object supports random access."""
        self._checkClosed()
        return False

    def readable(self):
        """Return whether object was opened for reading."""
        self._checkClosed()
        return False

    def writable(self):
        """Return whether object was opened for writing."""
        self._checkClosed()
        return False

    def isatty(self):
        """Return whether this is an 'interactive' stream."""
        self._checkClosed()
        return False

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        """Read and return a line from the stream."""
        size = -1 if size is None else size
        result = bytearray()
        while size < 0 or len(result) < size:
            read = self.read(1)
            if not read:
                break
            result += read
            if result.endswith(b"\n"):
                break
        return bytes(result)

    def readlines(self, hint=None, /):
        """Return a list of lines from the stream."""
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        """Write a list of lines to stream."""
        self._checkClosed()
        for line in lines:
            self.write(line)

    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            return
        if not closed:
            self.close()


class RawIOBase(IOBase):
    """Base class for raw binary I/O."""

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        return None if count is None else bytes(room[:count])

    def readall(self):
        """Read until EOF, using multiple read() call."""
        result = bytearray()
        while data := self.read(DEFAULT_BUFFER_SIZE):
            result += data
        return bytes(result) if result else data

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, b, /):
        raise NotImplementedError


class BufferedIOBase(IOBase):
    """Base class for buffered IO objects."""

    def read(self, size=-1, /):
        self._unsupported("read")

    def read1(self, size=-1, /):
        self._unsupported("read1")

    def readinto(self, buffer, /):
        view = memoryview(buffer).cast("B")
        data = self.read(len(view))
        view[:len(data)] = data
        return len(data)

    def readinto1(self, buffer, /):
        view = memoryview(buffer).cast("B")
        data = self.read1(len(view))
        view[:len(data)] = data
        return len(data)

    def write(self, b, /):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    """Base class for text I/O."""
    encoding = None
    newlines = None
    errors = None

    def read(self, size=-1, /):
        self._unsupported("read")

    def write(self, s, /):
        self._unsupported("write")

    def readline(self, size=-1, /):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedRandom, BufferedWriter):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper):
    TextIOBase.register(_class)
del _class


class BufferedRWPair(BufferedIOBase):
    """Two raw streams as one: a buffer over one that is read from, and one over another that is written to."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /):
        for stream, can in (reader, 'readable'), (writer, 'writable'):
            if not getattr(stream, can)():
                raise UnsupportedOperation(f'File or stream is not {can}.')
        self._reader = BufferedReader(reader, buffer_size)
        self._writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        return self._reader.read(size)

    def read1(self, size=-1, /):
        return self._reader.read1(size)

    def peek(self, size=0, /):
        return self._reader.peek(size)

    def readinto(self, buffer, /):
        return self._reader.readinto(buffer)

    def readinto1(self, buffer, /):
        return self._reader.readinto1(buffer)

    def readable(self):
        return self._reader.readable()

    def write(self, buffer, /):
        return self._writer.write(buffer)

    def writable(self):
        return self._writer.writable()

    def flush(self):
        return self._writer.flush()

    def isatty(self):
        return self._writer.isatty() or self._reader.isatty()

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()

    @property
    def closed(self):
        return self._writer.closed


class IncrementalNewlineDecoder:
    """Decodes bytes, or takes text (a decoder of None), piece by piece; notes the kinds of line ends, and makes all of them \\n (translate)."""
    _ENDS = '\r', '\n', '\r\n'

    def __init__(self, decoder, translate, errors='strict'):
        self._decoder = decoder
        self._translate = bool(translate)
        self.errors = errors
        self._seen = set()
        self._holds_return = False  # at the end of the last piece: a \n may follow

    def decode(self, input, final=False):
        if not hasattr(self, '_decoder'):
            raise ValueError('IncrementalNewlineDecoder.__init__() not called')
        text = input if self._decoder is None else self._decoder.decode(input, final)
        if not isinstance(text, str):
            raise TypeError(f"decoder should return a string result, not '{type(text).__name__}'")
        if self._holds_return and (text or final):
            text = '\r' + text
            self._holds_return = False
        if not final and text.endswith('\r'):
            text = text[:-1]
            self._holds_return = True
        pairs = text.count('\r\n')
        counts = text.count('\r') - pairs, text.count('\n') - pairs, pairs
        self._seen.update(end for end, count in zip(self._ENDS, counts) if count)
        if self._translate and (pairs or counts[0]):
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def getstate(self):
        """The decoder's state, with the \\r that was kept back in the lowest bit of its flags."""
        buffered, flags = (b'', 0) if self._decoder is None else self._decoder.getstate()
        return buffered, flags << 1 | self._holds_return

    def setstate(self, state, /):
        buffered, flags = state
        self._holds_return = bool(flags & 1)
        if self._decoder is not None:
            self._decoder.setstate((buffered, flags >> 1))

    def reset(self):
        self._seen.clear()
        self._holds_return = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        """The kinds of line ends that came: None, one of them, or a tuple."""
        kinds = tuple(end for end in self._ENDS if end in self._seen)
        return kinds if len(kinds) > 1 else kinds[0] if kinds else None
