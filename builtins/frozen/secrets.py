"""Random values that nobody can foretell: tokens, keys, choices (PEP 506)."""
from base64 import urlsafe_b64encode
from hmac import compare_digest
from random import SystemRandom

__all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe', 'compare_digest']

DEFAULT_ENTROPY = 32  # bytes of a token whose size nobody stated
_source = SystemRandom()
choice = _source.choice
randbits = _source.getrandbits


def randbelow(exclusive_upper_bound):
    """A random int from 0 up to, but not including, a bound."""
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _source.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    """That many random bytes; a reasonable number of them if none is stated."""
    return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    """The hexadecimal digits of random bytes, two of each."""
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    """Random bytes as text that may stand in a URL, about 1.3 characters of each."""
    return urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode()
