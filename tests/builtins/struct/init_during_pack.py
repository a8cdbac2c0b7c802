# differs: CPython 3.13 packs by the new format into memory of the old one's size (COMPATIBILITY.md#memory-safety)
import struct


class Reinitialising:
    def __index__(self):
        record.__init__('<qqq')
        return 1


record = struct.Struct('<ii')
print(record.pack(1, Reinitialising()), record.size)  # expect: b'\x01\x00\x00\x00\x01\x00\x00\x00' 24
