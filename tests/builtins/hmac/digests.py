# hmac: objects, one-shot digests, comparison in constant time.
import array
import hashlib
import hmac
import _hashlib
import _operator


def show(text):
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, repr(error))


for text in ("hmac.new(b'k', b'm', 'sha256').hexdigest()", "hmac.digest(b'k' * 200, b'm', hashlib.md5)", "hmac.new(b'k', digestmod='sha1').name",
             "hmac.new(b'k', b'm')", "hmac.new('k', b'm', 'md5')", "hmac.new(b'k', b'm', 'nope')",
             "hmac.HMAC(bytearray(b'k'), msg=memoryview(b'abc'), digestmod=hashlib.sha512).digest_size", "hmac.new(b'k', b'm', 'sha512').block_size",
             "hmac.new(b'k', b'', 'sha3_256').hexdigest()", "hmac.new(b'k', b'', 'blake2b').hexdigest()", "hmac.new(b'', None, 'md5').hexdigest()",
             "hmac.compare_digest(b'a', b'a')", "hmac.compare_digest('a', 'b')", "hmac.compare_digest('a', b'a')", "hmac.compare_digest('é', 'é')",
             "hmac.compare_digest(b'a', bytearray(b'a'))", "hmac.compare_digest(b'abc', b'abcd')", "hmac.compare_digest(b'abcd', b'abc')",
             "hmac.compare_digest(b'', b'')", "hmac.compare_digest(array.array('B', b'xy'), memoryview(b'xy'))", "hmac.compare_digest(1, 2)",
             "hmac.compare_digest(memoryview(b'abcd').cast('B', (2, 2)), b'abcd')", "hmac.compare_digest(memoryview(b'abcd')[::2], b'ac')",
             "hmac.compare_digest(a=1, b=2)", "_operator._compare_digest('a', 'a')", "_hashlib.compare_digest('a', 'b')"):
    show(text)
h = hmac.new(b'key', digestmod='sha256')
h.update(b'ab')
c = h.copy()
h.update(b'c')
c.update(bytearray(b'c'))
print(h.digest() == c.digest() == hmac.digest(b'key', b'abc', 'sha256'), h.digest() == h.digest(), type(c) is hmac.HMAC)
