"""Digests: hash functions by their names."""
from _blake2 import blake2b, blake2s
from _hashlib import (
    new as __new, openssl_md_meth_names, openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224, openssl_sha256 as sha256, openssl_sha384 as sha384,
    openssl_sha512 as sha512, openssl_sha3_224 as sha3_224, openssl_sha3_256 as sha3_256, openssl_sha3_384 as sha3_384, openssl_sha3_512 as sha3_512,
    openssl_shake_128 as shake_128, openssl_shake_256 as shake_256, pbkdf2_hmac, scrypt,
)

__always_supported = (
    'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256',
)
algorithms_guaranteed = set(__always_supported)
algorithms_available = algorithms_guaranteed | openssl_md_meth_names
__all__ = __always_supported + ('new', 'algorithms_guaranteed', 'algorithms_available', 'file_digest', 'pbkdf2_hmac')

del openssl_md_meth_names


def new(name, data=b'', **kwargs):
    """A hash object of a name, which has read data."""
    if name in ('blake2b', 'blake2s'):
        return (blake2b if name == 'blake2b' else blake2s)(data, **kwargs)
    try:
        return __new(name, data, **kwargs)
    except ValueError:
        pass
    raise ValueError(f'unsupported hash type {name}')


new.__name__ = new.__qualname__ = '__hash_new'  # as CPython shows it


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """The hash object of what a binary file holds from here on; digest: a name, or what makes hash objects."""
    digest_object = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        digest_object.update(fileobj.getbuffer())
        return digest_object
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    room = bytearray(_bufsize)
    view = memoryview(room)
    while size := fileobj.readinto(room):
        digest_object.update(view[:size])
    if size is None:
        raise BlockingIOError('I/O operation would block.')
    return digest_object
