s = 'abcdef'
print(s[0], s[-1], s[1:3], s[:2], s[4:], s[:], s[::2], s[::-1], s[4:1:-1], s[-3:-1], s[10:], s[3:1], s[-100:2], s[5:0:-2])  # expect: a f bc ab ef abcdef ace fedcba edc de   ab fdb
print([1, 2, 3][1:], (1, 2, 3)[::-1], b'abc'[1], b'abc'[1:], range(10)[2:8:3], range(10)[::-1][0], 'é日😀'[::-1])  # expect: [2, 3] (3, 2, 1) 98 b'bc' range(2, 8, 3) 9 😀日é
print(s[slice(1, 4)], s[slice(None, None, 2)], slice(1, 2), slice(1, None, 2).indices(5), slice(None).indices(3))  # expect: bcd ace slice(1, 2, None) (1, 5, 2) (0, 3, 1)
for text in ('s[6]', 's[-7]', 's["a"]', 's[1.0]', 's[::0]', 's[None]', '[][0]', '()[0]', 'b""[0]', 'range(3)[3]', 's["a":]', '{}["k"]', 'len[0]'):
    try:
        eval(text)
    except (IndexError, TypeError, ValueError, KeyError) as error:
        print(f'{text}: {type(error).__name__}: {error}')
# expect: s[6]: IndexError: string index out of range
# expect: s[-7]: IndexError: string index out of range
# expect: s["a"]: TypeError: string indices must be integers, not 'str'
# expect: s[1.0]: TypeError: string indices must be integers, not 'float'
# expect: s[::0]: ValueError: slice step cannot be zero
# expect: s[None]: TypeError: string indices must be integers, not 'NoneType'
# expect: [][0]: IndexError: list index out of range
# expect: ()[0]: IndexError: tuple index out of range
# expect: b""[0]: IndexError: index out of range
# expect: range(3)[3]: IndexError: range object index out of range
# expect: s["a":]: TypeError: slice indices must be integers or None or have an __index__ method
# expect: {}["k"]: KeyError: 'k'
# expect: len[0]: TypeError: 'builtin_function_or_method' object is not subscriptable


class I:
    def __index__(self):
        return 2


print(s[I()], s[I():], [0, 1, 2][I()])  # expect: c cdef 2
try:
    s[0] = 'x'
except TypeError as error:
    print(error)  # expect: 'str' object does not support item assignment
try:
    del s[0]
except TypeError as error:
    print(error)  # expect: 'str' object doesn't support item deletion
