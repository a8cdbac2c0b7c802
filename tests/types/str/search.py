# find, rfind, index, rindex, count, in, startswith, endswith: bounds, empty needles, all character widths.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

for text in ('abcabc', 'äbcäbc', 'αβγαβγ', '😀b😁😀b😁'):
    head = text[0]
    print(text.find(head), text.rfind(head), text.find(text[2], 3), text.rfind(text[2], 0, 5), text.find('zz'))
    print(text.count(head), text.count(text[:3]), text.index(text[1:3]), text.rindex(text[1:3]))
# expect: 0 3 5 2 -1
# expect: 2 2 1 4
# expect: 0 3 5 2 -1
# expect: 2 2 1 4
# expect: 0 3 5 2 -1
# expect: 2 2 1 4
# expect: 0 3 5 2 -1
# expect: 2 2 1 4
print('abc'.find(''), 'abc'.find('', 3), 'abc'.find('', 4), 'abc'.rfind(''), 'abc'.rfind('', 1, 2), ''.find(''))  # expect: 0 3 -1 3 2 0
print('abc'.count(''), ''.count(''), 'abc'.count('', 1), 'abc'.count('', 3), 'abc'.count('', 4), 'aaaa'.count('aa'))  # expect: 4 1 3 1 0 2
print('abcabc'.find('c', -3), 'abcabc'.find('c', None, -1), 'abcabc'.find('a', -100, 100), 'abc'.find('a', 2, 1))  # expect: 5 2 0 -1
print('abc' in 'xabcx', '' in '', 'a' in '', 'β' in 'abc', 'abc' not in 'ab')  # expect: True True False False True
print('abcdef'.startswith('abc'), 'abcdef'.startswith('abc', 1), 'abcdef'.startswith('', 6), 'abcdef'.startswith('', 7))  # expect: True False True False
print('abcdef'.startswith(('x', 'ab')), 'abcdef'.startswith(()), 'abcdef'.endswith('def'), 'abcdef'.endswith('de', 0, -1))  # expect: True False True True
print('abcdef'.endswith(('', 'x')), 'αβγ'.startswith('α'), 'abc'.startswith('α'), 'αbc'.endswith('bc'))  # expect: True True False True
print('a' * 1000 + 'b' in 'a' * 20000, ('a' * 20000).find('a' * 500 + 'b' + 'a' * 500), ('ab' * 5000).rfind('ba' * 300))  # expect: False -1 9399
print(('x' * 5000 + 'needle' + 'y' * 5000).find('needle'), ('x' * 5000 + 'needle' + 'y' * 5000).rfind('needle'))  # expect: 5000 5000

class Two:
    def __index__(self):
        return 2

print('abcabc'.find('a', Two()), 'abcabc'.count('c', Two(), 3))  # expect: 3 1
fails('a'.find, 1)
# expect: TypeError: find() argument 1 must be str, not int
fails('a'.find)
# expect: TypeError: find expected at least 1 argument, got 0
fails('a'.find, 'a', 'b')
# expect: TypeError: slice indices must be integers or None or have an __index__ method
fails('a'.find, 'a', 1.5)
# expect: TypeError: slice indices must be integers or None or have an __index__ method
fails('a'.find, None)
# expect: TypeError: find() argument 1 must be str, not None
fails('a'.rfind, b'a')
# expect: TypeError: rfind() argument 1 must be str, not bytes
fails('a'.index, 'b')
# expect: ValueError: substring not found
fails('a'.rindex, 'b')
# expect: ValueError: substring not found
fails('a'.count, 1)
# expect: TypeError: count() argument 1 must be str, not int
fails('a'.startswith, 1)
# expect: TypeError: startswith first arg must be str or a tuple of str, not int
fails('a'.startswith, ('b', 1))
# expect: TypeError: tuple for startswith must only contain str, not int
fails('a'.endswith, b'a')
# expect: TypeError: endswith first arg must be str or a tuple of str, not bytes
fails('a'.endswith, ['a'])
# expect: TypeError: endswith first arg must be str or a tuple of str, not list
fails(lambda: 1 in 'a')
# expect: TypeError: 'in <string>' requires string as left operand, not int
fails(lambda: b'a' in 'a')
# expect: TypeError: 'in <string>' requires string as left operand, not bytes
