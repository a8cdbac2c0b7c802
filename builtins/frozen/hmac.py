"""Keyed digests (RFC 2104)."""
import hashlib
from _hashlib import compare_digest

__all__ = ['HMAC', 'compare_digest', 'digest', 'new']

digest_size = None
_INNER, _OUTER = (bytes(byte ^ mask for byte in range(256)) for mask in (0x36, 0x5c))


def _maker_of(digestmod):
    """A function that makes hash objects, of what a digest may be stated as: a name, such a function, a module with one."""
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b'': hashlib.new(digestmod, data)
    return lambda data=b'': digestmod.new(data)


def _keyed(make, key):
    """Hash objects that have read the key for the message, and for what comes of that; the size of their blocks."""
    inner, outer = make(), make()
    size = getattr(inner, 'block_size', None)
    if size is None:
        _warn(f'No block_size attribute on given digest object; Assuming {HMAC.blocksize}.')
        size = HMAC.blocksize
    elif size < 16:
        _warn(f'block_size of {size} seems too small; using our default of {HMAC.blocksize}.')
        size = HMAC.blocksize
    if len(key) > size:
        key = make(key).digest()
    padded = bytes(key).ljust(size, b'\0')
    inner.update(padded.translate(_INNER))
    outer.update(padded.translate(_OUTER))
    return inner, outer, size


def _warn(text):
    import warnings
    warnings.warn(text, RuntimeWarning, 4)


class HMAC:
    """The digest of a key and a message, which update() takes piece by piece."""
    blocksize = 64  # of hash objects that state none

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._inner, self._outer, self.block_size = _keyed(_maker_of(digestmod), key)
        self.digest_size = self._inner.digest_size
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f'hmac-{self._inner.name}'

    def update(self, msg):
        """Goes on with the message."""
        self._inner.update(msg)

    def copy(self):
        """Another object with what was read so far."""
        made = self.__class__.__new__(self.__class__)
        made._inner, made._outer = self._inner.copy(), self._outer.copy()
        made.block_size, made.digest_size = self.block_size, self.digest_size
        return made

    def _finished(self):
        whole = self._outer.copy()
        whole.update(self._inner.digest())
        return whole

    def digest(self):
        """The digest of what was read so far, as bytes."""
        return self._finished().digest()

    def hexdigest(self):
        """The same as text of hexadecimal digits."""
        return self._finished().hexdigest()


def new(key, msg=None, digestmod=''):
    """An HMAC object of a key, of the beginning of a message, and of a hash: its name, or what makes its objects."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The keyed digest of a whole message."""
    inner, outer, _ = _keyed(_maker_of(digest), key)
    inner.update(msg)
    outer.update(inner.digest())
    return outer.digest()
