# Arrays come back from pickles of machines with other byte orders and item sizes, number by number.
# since: 3.13
import array
import struct

make = array._array_reconstructor
for code, machine, data in (
    ("B", 0, b"\x01\xff"), ("h", 5, struct.pack(">3h", 1, -2, 300)), ("i", 4, struct.pack("<2h", -1, 7)), ("q", 9, struct.pack(">2i", -5, 6)), ("L", 11, struct.pack(">Q", 2**40)), ("d", 15, struct.pack(">2f", 0.5, -2)),
    ("f", 17, struct.pack(">d", 1.25)), ("w", 19, "aé".encode("utf-16-be")), ("w", 20, "a\U0001f600".encode("utf-32-le")), ("b", 8, struct.pack("<i", 1000)), ("i", 8, b"123"), ("i", 22, b""), ("i", -1, b""),
):
    try:
        print(code, machine, make(array.array, code, machine, data))
    except Exception as error:
        print(code, machine, type(error).__name__, error)
