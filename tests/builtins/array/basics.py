from array import array, typecodes, ArrayType
import array as module


def attempt(action, *arguments):
    try:
        return action(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(typecodes, ArrayType is array, array('i').itemsize, array('d').typecode)  # expect: bBuwhHiIlLqQfd True 4 d
for code in 'bBhHiIlLqQ':
    print(code, *(attempt(array(code, [0]).__setitem__, 0, value) for value in (1, 2 ** 70, -2 ** 70, 'x', 1.5)))
# expect: b None OverflowError: Python int too large to convert to C long OverflowError: Python int too large to convert to C long TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: B None OverflowError: Python int too large to convert to C long OverflowError: Python int too large to convert to C long TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: h None OverflowError: Python int too large to convert to C long OverflowError: Python int too large to convert to C long TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: H None OverflowError: Python int too large to convert to C long OverflowError: Python int too large to convert to C long TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: i None OverflowError: Python int too large to convert to C long OverflowError: Python int too large to convert to C long TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: I None OverflowError: Python int too large to convert to C unsigned long OverflowError: can't convert negative value to unsigned int TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: l None OverflowError: Python int too large to convert to C long OverflowError: Python int too large to convert to C long TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: L None OverflowError: Python int too large to convert to C unsigned long OverflowError: can't convert negative value to unsigned int TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: q None OverflowError: int too big to convert OverflowError: int too big to convert TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
# expect: Q None OverflowError: int too big to convert OverflowError: can't convert negative int to unsigned TypeError: 'str' object cannot be interpreted as an integer TypeError: 'float' object cannot be interpreted as an integer
for code in 'bBhH':
    print(code, *(attempt(array(code, [0]).__setitem__, 0, value) for value in (-2 ** 20, 2 ** 20)))
# expect: b OverflowError: signed short integer is less than minimum OverflowError: signed short integer is greater than maximum
# expect: B OverflowError: unsigned byte integer is less than minimum OverflowError: unsigned byte integer is greater than maximum
# expect: h OverflowError: signed short integer is less than minimum OverflowError: signed short integer is greater than maximum
# expect: H OverflowError: unsigned short is less than minimum OverflowError: unsigned short is greater than maximum
print(attempt(array('f', [0]).__setitem__, 0, 'x'), attempt(array('w', 'a').__setitem__, 0, 'xy'), attempt(array('w', 'a').__setitem__, 0, 5))  # expect: TypeError: must be real number, not str TypeError: array item must be unicode character TypeError: array item must be unicode character
for arguments in ((), (5,), ('z',), ('bb',), ('i', 5), ('i', b'abc'), ('i', 'abc'), ('w', 'abc'), ('w', [1]), ('i', [1, 2]), ('f', [1.5]), ('i', array('b', [1])), ('i', array('w', 'a')),
                  ('i', array('f', [1.0])), ('i', [1], 2), ('i', bytearray(8)), ('i', None), ('w', 'a\x00b'), ('i', (x for x in (1, 2)))):
    print(attempt(array, *arguments))
# expect: TypeError: array() takes at least 1 argument (0 given)
# expect: TypeError: array() argument 1 must be a unicode character, not int
# expect: ValueError: bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError: array() argument 1 must be a unicode character, not str
# expect: TypeError: 'int' object is not iterable
# expect: ValueError: bytes length not a multiple of item size
# expect: TypeError: cannot use a str to initialize an array with typecode 'i'
# expect: array('w', 'abc')
# expect: TypeError: array item must be unicode character
# expect: array('i', [1, 2])
# expect: array('f', [1.5])
# expect: array('i', [1])
# expect: TypeError: cannot use a unicode array to initialize an array with typecode 'i'
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: array() takes at most 2 arguments (3 given)
# expect: array('i', [0, 0])
# expect: TypeError: 'NoneType' object is not iterable
# expect: array('w', 'a\x00b')
# expect: array('i', [1, 2])
a = array('i', [1, 2, 3])
print(a[0], a[-1], attempt(lambda: a[5]), attempt(lambda: a['x']), attempt(lambda: a[2 ** 70]), a[0:2], a[::-1], a[::2], a[5:])  # expect: 1 3 IndexError: array index out of range TypeError: array indices must be integers IndexError: cannot fit 'int' into an index-sized integer array('i', [1, 2]) array('i', [3, 2, 1]) array('i', [1, 3]) array('i')
print(a + array('i', [4]), attempt(lambda: a + array('h', [4])), attempt(lambda: a + [1]), a * 2, 2 * a, a * -1)  # expect: array('i', [1, 2, 3, 4]) TypeError: bad argument type for built-in operation TypeError: can only append array (not "list") to array array('i', [1, 2, 3, 1, 2, 3]) array('i', [1, 2, 3, 1, 2, 3]) array('i')
print(a == array('i', [1, 2, 3]), a == array('h', [1, 2, 3]), a == [1, 2, 3], a < array('i', [1, 2, 4]), a < array('h', [1, 3]), attempt(lambda: a < [1]))  # expect: True True False True True TypeError: '<' not supported between instances of 'array.array' and 'list'
print(array('d', [float('nan')]) == array('d', [float('nan')]), 1 in a, 'x' in a, len(a), bool(array('i')), array('i'), array('w', 'a\'b'))  # expect: False True False 3 False array('i') array('w', "a'b")
print(a.count(1), a.index(2), attempt(a.index, 9), attempt(a.index, 1, 1), a.index(3, -1), attempt(a.pop, 5), attempt(array('i').pop), attempt(a.remove, 9))  # expect: 1 1 ValueError: array.index(x): x not in array ValueError: array.index(x): x not in array 2 IndexError: pop index out of range IndexError: pop from empty array ValueError: array.remove(x): x not in array
a.append(4)
a.extend([5, 6])
a.extend(array('i', [7]))
a.insert(0, 0)
a.insert(-1, 99)
a.insert(1000, 8)
print(a, a.pop(), a.pop(0), a.pop(-2))  # expect: array('i', [1, 2, 3, 4, 5, 6, 7]) 8 0 99
a.remove(3)
a.reverse()
print(a, a.tolist(), a.tobytes() == bytes(a), attempt(a.extend, array('h', [1])), attempt(a.extend, 5), attempt(a.append, 'x'))  # expect: array('i', [7, 6, 5, 4, 2, 1]) [7, 6, 5, 4, 2, 1] True TypeError: can only extend with array of same kind TypeError: 'int' object is not iterable TypeError: 'str' object cannot be interpreted as an integer
a.byteswap()
print(a)  # expect: array('i', [117440512, 100663296, 83886080, 67108864, 33554432, 16777216])
a.byteswap()
a.fromlist([1, 2])
print(attempt(a.fromlist, [1, 'x']), attempt(a.fromlist, (1,)), attempt(a.frombytes, b'abc'), attempt(a.frombytes, 'abc'), a)  # expect: TypeError: 'str' object cannot be interpreted as an integer TypeError: arg must be list ValueError: bytes length not a multiple of item size TypeError: a bytes-like object is required, not 'str' array('i', [7, 6, 5, 4, 2, 1, 1, 2])
a.frombytes(b'\1\0\0\0')
print(a, attempt(a.fromunicode, 'x'), attempt(a.tounicode), array('w', 'ab').tounicode())  # expect: array('i', [7, 6, 5, 4, 2, 1, 1, 2, 1]) ValueError: fromunicode() may only be called on unicode type arrays ('u' or 'w') ValueError: tounicode() may only be called on unicode type arrays ('u' or 'w') ab
for key, value in ((0, 5), (9, 5), ('x', 5), (slice(0, 2), array('i', [9])), (slice(0, 2), [9]), (slice(0, 4, 2), array('i', [9])), (slice(0, 4, 2), array('i', [8, 9])),
                   (slice(1, 1), array('i', [7, 7])), (slice(None, None, -1), array('i', [1, 2, 3, 4]))):
    b = array('i', [1, 2, 3, 4])
    print(attempt(b.__setitem__, key, value), b)
# expect: None array('i', [5, 2, 3, 4])
# expect: IndexError: array assignment index out of range array('i', [1, 2, 3, 4])
# expect: TypeError: array indices must be integers array('i', [1, 2, 3, 4])
# expect: None array('i', [9, 3, 4])
# expect: TypeError: can only assign array (not "list") to array slice array('i', [1, 2, 3, 4])
# expect: ValueError: attempt to assign array of size 1 to extended slice of size 2 array('i', [1, 2, 3, 4])
# expect: None array('i', [8, 2, 9, 4])
# expect: None array('i', [1, 7, 7, 2, 3, 4])
# expect: None array('i', [4, 3, 2, 1])
for key in (0, -1, 9, slice(0, 2), slice(None, None, 2), slice(None, None, -2), slice(3, 0, -1), 'x'):
    b = array('i', [1, 2, 3, 4])
    print(attempt(b.__delitem__, key), b)
# expect: None array('i', [2, 3, 4])
# expect: None array('i', [1, 2, 3])
# expect: IndexError: array assignment index out of range array('i', [1, 2, 3, 4])
# expect: None array('i', [3, 4])
# expect: None array('i', [2, 4])
# expect: None array('i', [1, 3])
# expect: None array('i', [1])
# expect: TypeError: array indices must be integers array('i', [1, 2, 3, 4])
b = array('i', [1, 2])
b += array('i', [3])
b *= 2
b[:] = b
b.extend(b)
b[2:4] = b
print(b)  # expect: array('i', [1, 2, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 2, 3, 1, 2, 3, 1, 2, 3])
print(attempt(b.__iadd__, [3]))  # expect: TypeError: can only extend array with array (not "list")
view = memoryview(b)
print(view.format, view.itemsize, view.shape, view.readonly, view[1], array('w', 'a').__class__)  # expect: i 4 (22,) False 2 <class 'array.array'>
for action in (lambda: b.append(1), lambda: b.pop(), lambda: b.extend([1]), lambda: b.__delitem__(0), lambda: b.frombytes(b'abcd'), lambda: b.clear(), lambda: b.insert(0, 1),
               lambda: b.__imul__(2), lambda: b.__setitem__(slice(0, 1), array('i')), lambda: b.fromlist([1]), lambda: b.byteswap(), lambda: b.reverse(), lambda: b.fromlist([])):
    print(attempt(action))
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: BufferError: cannot resize an array that is exporting buffers
# expect: None
# expect: None
# expect: None
view.release()
b.clear()
print(b, list(iter(array('h', [1, 2]))), b.__copy__(), attempt(hash, b))  # expect: array('i') [1, 2] array('i') TypeError: unhashable type: 'array.array'
print(array('h', [1, 2]).__reduce_ex__(2)[1], array('h', [1, 2]).__reduce_ex__(3)[1][1:])  # expect: ('h', [1, 2]) ('h', 4, b'\x01\x00\x02\x00')
print(module._array_reconstructor(array, 'h', 4, b'\1\0\2\0'), module._array_reconstructor(array, 'h', 5, b'\0\1\0\2'))  # expect: array('h', [1, 2]) array('h', [1, 2])


class Named(array):
    pass


named = Named('i', [1])
named.label = 'x'
print(named, named.label, type(named[:]).__name__, named + named)  # expect: Named('i', [1]) x array array('i', [1, 1])
