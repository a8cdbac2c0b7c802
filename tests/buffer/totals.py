# sum(), min() and max() over views: every format, steps, the first of equals, NaN, items beyond 64 bits.
import array
import struct

raw = bytearray(struct.pack('<8q', 1, -1, 2**63 - 1, -2**63, 7, 0, -7, 2**62))
for code in 'bBhHiIlLqQ':
    view = memoryview(raw).cast(code)
    items = view.tolist()
    print(code, sum(view) == sum(items), min(view) == min(items), max(view) == max(items))
    print(sum(view[::-2]) == sum(items[::-2]), max(view[1::3]) == max(items[1::3]))
# expect: b True True True
# expect: True True
# expect: B True True True
# expect: True True
# expect: h True True True
# expect: True True
# expect: H True True True
# expect: True True
# expect: i True True True
# expect: True True
# expect: I True True True
# expect: True True
# expect: l True True True
# expect: True True
# expect: L True True True
# expect: True True
# expect: q True True True
# expect: True True
# expect: Q True True True
# expect: True True
print(sum(memoryview(raw).cast('q')), sum(memoryview(raw).cast('Q')))  # expect: 4611686018427387903 59951918239556042751
print(sum(memoryview(b'\xff' * 300)), sum(memoryview(b'')), sum(memoryview(b'')[::2], 5))  # expect: 76500 0 5
print(sum(memoryview(b'abc'), 1.5), sum(memoryview(array.array('H', [1, 2])), 10))  # expect: 295.5 13

reals = memoryview(array.array('d', [1e16, 1.0, -1e16, 0.5]))
print(sum(reals), min(reals), max(reals), sum(reals[1:2]))  # expect: 1.5 -1e+16 1e+16 1.0
print(sum(memoryview(array.array('f', [0.1, 0.2]))), sum(memoryview(array.array('d', [-0.0]))))  # expect: 0.30000000447034836 0.0
nan = float('nan')
print(min(memoryview(array.array('d', [2.0, nan, 1.0]))), max(memoryview(array.array('d', [nan, 3.0]))))  # expect: 1.0 nan
print(min(memoryview(array.array('d', [0.0, -0.0]))), max(memoryview(array.array('d', [-0.0, 0.0]))))  # expect: 0.0 -0.0
print(sum(memoryview(array.array('d', [float('inf'), 1.0]))))  # expect: inf

flags = memoryview(b'\x00\x01\x01').cast('?')
print(sum(flags), max(flags), min(flags))  # expect: 2 True False
print(min(memoryview(b'cab').cast('c')), max(memoryview(b'cab'), key=lambda b: -b), min(memoryview(b''), default='none'))  # expect: b'a' 97 none
for call in (lambda: min(memoryview(b'')), lambda: sum(memoryview(b'ab').cast('c'))):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
# expect: ValueError min() iterable argument is empty
# expect: TypeError unsupported operand type(s) for +: 'int' and 'bytes'
view = memoryview(bytearray(3))
view.release()
for function in (sum, min, max):
    try:
        function(view)
    except ValueError as error:
        print(function.__name__, error)
# expect: sum operation forbidden on released memoryview object
# expect: min operation forbidden on released memoryview object
# expect: max operation forbidden on released memoryview object


class Odd:
    def __lt__(self, other):
        items.clear()
        return True

    __gt__ = __lt__


items = [Odd(), 5, 6, 7]
print(type(min(items)).__name__, items)  # expect: int []
print(max([3, 1.5, 4, True]), min((2, 1, 1.0)), max(1, 2**70), min(bytearray(b'ba')))  # expect: 4 1 1180591620717411303424 97
