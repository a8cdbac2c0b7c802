# differs: the number is converted before the memory is taken, so it may change the size (COMPATIBILITY.md#memory-safety)
import binascii
import zlib


class Index:
    def __init__(self, action, value):
        self.action, self.value = action, value

    def __index__(self):
        self.action()
        return self.value


data = bytearray(b"abcdef")
print(binascii.hexlify(data, "-", Index(lambda: data.clear(), 2)))  # expect: b''
data = bytearray(b"abcdef")
print(binascii.crc32(data, Index(lambda: data.__delitem__(slice(3, None)), 0)) == binascii.crc32(b"abc"))  # expect: True
data = bytearray(b"abcdef")
print(zlib.crc32(data, Index(lambda: data.__delitem__(slice(3, None)), 0)) == zlib.crc32(b"abc"))  # expect: True
