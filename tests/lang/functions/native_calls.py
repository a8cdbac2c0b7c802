# Functions of the library called with fewer arguments than they take, through classes and bound: each way several times, as calls remember.
def twice(call):
    for _ in range(2):
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


twice(lambda: int.from_bytes(b'\x01\x02'))
# expect: 258
# expect: 258
twice(lambda: int.from_bytes(b'\x01\x02', 'little'))
# expect: 513
# expect: 513
twice(lambda: int.from_bytes(b'\xff', signed=True))
# expect: -1
# expect: -1
twice(lambda: bool.from_bytes(b'\x01'))
# expect: True
# expect: True
twice(lambda: (5).to_bytes())
# expect: b'\x05'
# expect: b'\x05'
twice(lambda: (5).to_bytes(2))
# expect: b'\x00\x05'
# expect: b'\x00\x05'
twice(lambda: (5).to_bytes(2, 'little'))
# expect: b'\x05\x00'
# expect: b'\x05\x00'
twice(lambda: (5).to_bytes(2, 'middle'))
# expect: ValueError byteorder must be either 'little' or 'big'
# expect: ValueError byteorder must be either 'little' or 'big'
twice(lambda: int.from_bytes())
# expect: TypeError from_bytes() missing required argument 'bytes' (pos 1)
# expect: TypeError from_bytes() missing required argument 'bytes' (pos 1)
twice(lambda: int.from_bytes(1, 2, 3))
# expect: TypeError from_bytes() takes at most 2 positional arguments (3 given)
# expect: TypeError from_bytes() takes at most 2 positional arguments (3 given)
twice(lambda: dict.fromkeys('ab'))
# expect: {'a': None, 'b': None}
# expect: {'a': None, 'b': None}
twice(lambda: dict.fromkeys('ab', 0))
# expect: {'a': 0, 'b': 0}
# expect: {'a': 0, 'b': 0}
twice(lambda: bytes.fromhex('0a0b'))
# expect: b'\n\x0b'
# expect: b'\n\x0b'
twice(lambda: bytearray.fromhex('0a0b'))
# expect: bytearray(b'\n\x0b')
# expect: bytearray(b'\n\x0b')
twice(lambda: bytes.fromhex(1))
# expect: TypeError fromhex() argument must be str, not int
# expect: TypeError fromhex() argument must be str, not int
twice(lambda: bytes.fromhex('0a', '0b'))
# expect: TypeError bytes.fromhex() takes exactly one argument (2 given)
# expect: TypeError bytes.fromhex() takes exactly one argument (2 given)


class Number(int):
    pass


class Table(dict):
    pass


twice(lambda: type(Number.from_bytes(b'\x07')).__name__)
# expect: Number
# expect: Number
twice(lambda: type(Table.fromkeys('x')).__name__)
# expect: Table
# expect: Table
twice(lambda: Number(3).from_bytes(b'\x09', 'big'))
# expect: 9
# expect: 9
for cls in (int, Number, bool, int, Number):
    value = cls.from_bytes(b'\x01', 'big')
    print(type(value).__name__, value)
# expect: int 1
# expect: Number 1
# expect: bool True
# expect: int 1
# expect: Number 1

method = 'a,b,c'.split
twice(lambda: method(','))
# expect: ['a', 'b', 'c']
# expect: ['a', 'b', 'c']
twice(lambda: method(',', 1))
# expect: ['a', 'b,c']
# expect: ['a', 'b,c']
twice(lambda: method(maxsplit=1, sep=','))
# expect: ['a', 'b,c']
# expect: ['a', 'b,c']
twice(lambda: method(1))
# expect: TypeError must be str or None, not int
# expect: TypeError must be str or None, not int
append = [].append
twice(lambda: append(1))
# expect: None
# expect: None
twice(lambda: append())
# expect: TypeError list.append() takes exactly one argument (0 given)
# expect: TypeError list.append() takes exactly one argument (0 given)
twice(lambda: 'a b'.split())
# expect: ['a', 'b']
# expect: ['a', 'b']
twice(lambda: sorted([2, 1]))
# expect: [1, 2]
# expect: [1, 2]
twice(lambda: round(2.5))
# expect: 2
# expect: 2
twice(lambda: round(2.567, 2))
# expect: 2.57
# expect: 2.57
twice(lambda: round())
# expect: TypeError round() missing required argument 'number' (pos 1)
# expect: TypeError round() missing required argument 'number' (pos 1)
twice(lambda: bytes(3))
# expect: b'\x00\x00\x00'
# expect: b'\x00\x00\x00'
twice(lambda: bytes([1, 2]))
# expect: b'\x01\x02'
# expect: b'\x01\x02'
twice(lambda: bytes((1, 2, 300)))
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
twice(lambda: bytes('text'))
# expect: TypeError string argument without an encoding
# expect: TypeError string argument without an encoding
twice(lambda: bytes('text', 'ascii'))
# expect: b'text'
# expect: b'text'
twice(lambda: int('12'))
# expect: 12
# expect: 12
twice(lambda: int('12', 8))
# expect: 10
# expect: 10
twice(lambda: int('x'))
# expect: ValueError invalid literal for int() with base 10: 'x'
# expect: ValueError invalid literal for int() with base 10: 'x'
twice(lambda: type(3))
# expect: <class 'int'>
# expect: <class 'int'>
twice(lambda: type())
# expect: TypeError type() takes 1 or 3 arguments
# expect: TypeError type() takes 1 or 3 arguments
twice(lambda: memoryview(b'ab').tolist())
# expect: [97, 98]
# expect: [97, 98]
twice(lambda: str(b'ab', 'utf-8'))
# expect: ab
# expect: ab
twice(lambda: list('ab'))
# expect: ['a', 'b']
# expect: ['a', 'b']
twice(lambda: tuple(1))
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
twice(lambda: type(None)())
# expect: None
# expect: None
fromkeys = dict.__dict__['fromkeys']
twice(lambda: fromkeys(dict, 'a'))
# expect: {'a': None}
# expect: {'a': None}
twice(lambda: (3).real)
# expect: 3
# expect: 3
twice(lambda: (3 + 4j).imag)
# expect: 4.0
# expect: 4.0


class Holder:
    pass


class Odd(Holder):
    taken = int.__dict__['real']


twice(lambda: Odd().taken)
# expect: TypeError descriptor 'real' for 'int' objects doesn't apply to a 'Odd' object
# expect: TypeError descriptor 'real' for 'int' objects doesn't apply to a 'Odd' object
