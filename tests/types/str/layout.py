# center, ljust, rjust, zfill, expandtabs, translate, maketrans.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

print([s.center(w) for s in ('a', 'ab') for w in range(6)])  # expect: ['a', 'a', 'a ', ' a ', ' a  ', '  a  ', 'ab', 'ab', 'ab', ' ab', ' ab ', '  ab ']
print('ab'.center(7, '*'), 'ab'.ljust(5, '.') + '|', 'ab'.rjust(5, 'é'), 'ab'.rjust(4, '😀'), 'α'.center(3, 'x'), repr('ab'.ljust(-5)), repr(''.center(1)))  # expect: ***ab** ab...| éééab 😀😀ab xαx 'ab' ' '
print('42'.zfill(5), '-42'.zfill(5), '+42'.zfill(5), '--42'.zfill(6), ''.zfill(3), '-'.zfill(3), 'abc'.zfill(2), 'α1'.zfill(4))  # expect: 00042 -0042 +0042 -00-42 000 -00 abc 00α1
print(repr('a\tbc\td'.expandtabs()), repr('a\tb'.expandtabs(4)), repr('a\n\tb\r\tc'.expandtabs(3)), repr('\t\t'.expandtabs(1)), repr('a\tb'.expandtabs(0)), repr('a\tb'.expandtabs(-1)), repr('ab\té\tα'.expandtabs(tabsize=2)))  # expect: 'a       bc      d' 'a   b' 'a\n   b\r   c' '  ' 'ab' 'ab' 'ab  é α'
table = str.maketrans('abc', 'xyz', 'd')
print(table, 'abcdabcd'.translate(table))  # expect: {97: 120, 98: 121, 99: 122, 100: None} xyzxyz
print(str.maketrans({'a': 'long', 98: None, 'c': 0x1F600}), 'abc'.translate(str.maketrans({'a': 'long', 98: None, 'c': 0x1F600})))  # expect: {97: 'long', 98: None, 99: 128512} long😀
print('abc'.translate({97: 'α', 98: '', 99: 99}), 'αβγ'.translate({0x3B1: 'a', 0x3B2: None}), 'hello'.translate({}), 'aβa'.translate({97: 'x'}))  # expect: αc aγ hello xβx

class Rot:
    asked = []

    def __getitem__(self, code):
        Rot.asked.append(code)
        if code == 32:
            raise LookupError
        if code == 33:
            return None
        return chr(code + 1)

print('ab ba!'.translate(Rot()), Rot.asked)  # expect: bc cb [97, 98, 32, 33]
fails('a'.center, 'x')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails('a'.center, 5, 'ab')
# expect: TypeError: The fill character must be exactly one character long
fails('a'.center, 5, '')
# expect: TypeError: The fill character must be exactly one character long
fails('a'.center, 5, 1)
# expect: TypeError: The fill character must be a unicode character, not int
fails('a'.ljust, 1.5)
# expect: TypeError: 'float' object cannot be interpreted as an integer
fails('a'.rjust, 1 << 70)
# expect: OverflowError: Python int too large to convert to C ssize_t
fails('a'.zfill, None)
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
fails('a'.expandtabs, 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails('a'.expandtabs, 1 << 40)
# expect: OverflowError: Python int too large to convert to C int
fails(str.maketrans, 1)
# expect: TypeError: if you give only one argument to maketrans it must be a dict
fails(str.maketrans, 'a')
# expect: TypeError: if you give only one argument to maketrans it must be a dict
fails(str.maketrans, {'ab': 1})
# expect: ValueError: string keys in translate table must be of length 1
fails(str.maketrans, {1.5: 1})
# expect: TypeError: keys in translate table must be strings or integers
fails(str.maketrans, 'a', 'bc')
# expect: ValueError: the first two maketrans arguments must have equal length
fails(str.maketrans, 1, 'a')
# expect: TypeError: first maketrans argument must be a string if there is a second argument
fails(str.maketrans, 'a', 1)
# expect: TypeError: maketrans() argument 2 must be str, not int
fails(str.maketrans, 'a', 'b', 1)
# expect: TypeError: maketrans() argument 3 must be str, not int
fails('abc'.translate, {97: 1.5})
# expect: TypeError: character mapping must return integer, None or str
fails('abc'.translate, {97: -1})
# expect: ValueError: character mapping must be in range(0x110000)
fails('abc'.translate, {97: 0x110000})
# expect: ValueError: character mapping must be in range(0x110000)
fails('abc'.translate, {97: 1 << 80})
# expect: ValueError: character mapping must be in range(0x110000)
fails('abc'.translate, 5)
# expect: TypeError: 'int' object is not subscriptable
fails('abc'.translate, [])
# expect: no error: abc
