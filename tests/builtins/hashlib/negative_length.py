# differs: a ValueError, not a SystemError (COMPATIBILITY.md#digests-of-negative-length)
import hashlib

try:
    hashlib.shake_128(b"").digest(-1)
except ValueError as error:
    print(error)  # expect: length must be non-negative
