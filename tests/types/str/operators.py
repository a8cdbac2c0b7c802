# +, *, %, comparison, indexing, slicing, hashing, iteration, repr of str.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print('a' + 'b', 'a' + 'β', 'a' * 3, 3 * 'ab', 'α' * 2, repr('a' * 0), repr('a' * -1), 'ab' * True)  # expect: ab aβ aaa ababab αα '' '' ab
print('a' < 'b', 'a' < 'B', 'ab' > 'a', '' < 'a', 'z' < 'α' < '😀', '\uffff' < '\U00010000', 'a' == 'a', 'a' != 'b', 'a' == b'a', 'a' != 1, 'é' == 'e\u0301')  # expect: True False True True True True True True False True False
text = 'abcdefgh'
print(text[0], text[-1], text[2:5], text[:3], text[5:], text[::2], text[::-1], text[5:1:-2], text[-3:], text[10:], repr(text[3:1]), text[:], text[-100:100], text[::100], text[True])  # expect: a h cde abc fgh aceg hgfedcba fd fgh  '' abcdefgh abcdefgh a b
wide = 'aé€😀z'
print(wide[1], wide[3], wide[::-1], wide[:2], wide[::2], wide[4:] == 'z', hash(wide[:1]) == hash('a'), wide[0:5:4] == 'az', len(wide))  # expect: é 😀 z😀€éa aé a€z True True True 5
print(hash('abc') == hash('ab' + 'c'), hash('') == hash(str()), len({'a', 'a', 'α'[:1], 'α'}), {wide[:1]: 1}['a'])  # expect: True True 2 1
print(list('aé😀'), [c for c in ''], ''.join(reversed('abc')), sorted('bca'), min('bca'), max('bα'), tuple('ab'), 'a' 'b')  # expect: ['a', 'é', '😀'] [] cba ['a', 'b', 'c'] a α ('a', 'b') ab
iterator = iter('ab')
print(next(iterator), iterator.__length_hint__(), next(iterator), next(iterator, 'end'), next(iterator, 'end'), iterator.__length_hint__())  # expect: a 1 b end end 0
for s in ("it's", 'say "hi"', 'both \' and "', '\\', '\n\r\t\0\x1f\x7f', '\x80\xa0\xad\xff', 'é€', '\u200b\u2028\ud800\uffff', '😀\U000e0001\U0010ffff', ''):
    print(repr(s).encode('utf-8', 'backslashreplace'), ascii(s))
# expect: b'"it\'s"' "it's"
# expect: b'\'say "hi"\'' 'say "hi"'
# expect: b'\'both \\\' and "\'' 'both \' and "'
# expect: b"'\\\\'" '\\'
# expect: b"'\\n\\r\\t\\x00\\x1f\\x7f'" '\n\r\t\x00\x1f\x7f'
# expect: b"'\\x80\\xa0\\xad\xc3\xbf'" '\x80\xa0\xad\xff'
# expect: b"'\xc3\xa9\xe2\x82\xac'" '\xe9\u20ac'
# expect: b"'\\u200b\\u2028\\ud800\\uffff'" '\u200b\u2028\ud800\uffff'
# expect: b"'\xf0\x9f\x98\x80\\U000e0001\\U0010ffff'" '\U0001f600\U000e0001\U0010ffff'
# expect: b"''" ''
grown = ''
for i in range(1000):
    grown += str(i % 10)
grown += 'é'
grown += '😀'
print(len(grown), grown[-3:], grown[:5])  # expect: 1002 9é😀 01234
a = b = 'shared'
a += '!'
print(a, b)  # expect: shared! shared
print(str(5), str('x'), str(None), repr(str([1, 'a'])), 'x'.__str__(), 'x'.__len__(), 'abc'.__contains__('b'), 'abc'.__getitem__(1), 'a'.__add__('b'), 'a'.__mul__(2), 'a'.__rmul__(2), 'a'.__eq__('a'), 'a'.__lt__(1), 'a'.__rmod__(1))  # expect: 5 x None "[1, 'a']" x 1 True b ab aa aa True NotImplemented NotImplemented
print('a'.__getnewargs__(), 'x'.__hash__() == hash('x'), bool(''), bool(' '), 'a' and 'b', not '')  # expect: ('a',) True False True b True
fails(lambda: 'a' + 1)
# expect: TypeError: can only concatenate str (not "int") to str
fails(lambda: 1 + 'a')
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
fails(lambda: 'a' + b'b')
# expect: TypeError: can only concatenate str (not "bytes") to str
fails(lambda: 'a' * 'b')
# expect: TypeError: can't multiply sequence by non-int of type 'str'
fails(lambda: 'a' * 1.5)
# expect: TypeError: can't multiply sequence by non-int of type 'float'
fails(lambda: 'a' * (1 << 70))
# expect: OverflowError: cannot fit 'int' into an index-sized integer
fails(lambda: 'ab' * (1 << 62))
# expect: OverflowError: repeated string is too long
fails(lambda: 'a' < 1)
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
fails(lambda: 'a' - 'b')
# expect: TypeError: unsupported operand type(s) for -: 'str' and 'str'
fails(lambda: 'a'[5])
# expect: IndexError: string index out of range
fails(lambda: ''[0])
# expect: IndexError: string index out of range
x = 'x'
fails(lambda: 'a'[x])
# expect: TypeError: string indices must be integers, not 'str'
half = 0.5
fails(lambda: 'a'[half])
# expect: TypeError: string indices must be integers, not 'float'
fails(lambda: 'a'[1 << 70])
# expect: IndexError: cannot fit 'int' into an index-sized integer
fails(lambda: 'a'[::0])
# expect: ValueError: slice step cannot be zero
fails(lambda: 'a'['b':])
# expect: TypeError: slice indices must be integers or None or have an __index__ method
fails(lambda: 'a'.nothing)
# expect: AttributeError: 'str' object has no attribute 'nothing'
fails(lambda: -'a')
# expect: TypeError: bad operand type for unary -: 'str'
fails('a'.upper, 1)
# expect: TypeError: str.upper() takes no arguments (1 given)
fails(str.upper, 1)
# expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
fails(str.upper)
# expect: TypeError: unbound method str.upper() needs an argument
fails(str, 1, 2, 3, 4)
# expect: TypeError: str expected at most 3 arguments, got 4
fails(str, foo=1)
# expect: TypeError: str() got an unexpected keyword argument 'foo'

def assign(s):
    s[0] = 'b'

def delete(s):
    del s[0]

fails(assign, 'a')
# expect: TypeError: 'str' object does not support item assignment
fails(delete, 'a')
# expect: TypeError: 'str' object doesn't support item deletion
