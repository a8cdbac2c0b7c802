# str.format and format_map: fields, numbering, conversions, nesting, errors; the format mini-language of str.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

class Point:
    x = 1
    items = {'k': [10, 20], 0: 'zero'}

    def __format__(self, spec):
        return f'<{spec}>'

    def __str__(self):
        return 'point'

    def __repr__(self):
        return 'Pöint()'

p = Point()
print('{} {} {}'.format(1, 'a', None), '{1} {0} {1}'.format('a', 'b'), '{a} {b}'.format(a=1, b=2), '{0} {x}'.format(1, x=2), '{{}} {{{}}}'.format(1))  # expect: 1 a None b a b 1 2 1 2 {} {1}
print('{0.x} {0.items[k][1]} {0.items[0]}'.format(p), '{p:spec}'.format(p=p), '{!s} {!r} {!a}'.format(p, p, p), '{:{}}'.format(p, 'inner'), '{:a{x}b{y}}'.format(p, x=1, y=2))  # expect: 1 20 zero <spec> point Pöint() P\xf6int() <inner> <a1b2>
print('{!r:>8}|{!s:<8}|{!s:^8}'.format('a', 'b', 'c'), '{:{w}.{n}}|'.format('abcdef', w=8, n=3), '{0:{1}}'.format('x', 5) + '|', '{:*^9}'.format('mid'))  # expect:      'a'|b       |   c     abc     | x    | ***mid***
print('{[0]} {[a]}'.format([5], {'a': 6}), '{0[-1]}'.format({'-1': 7}), '{0[a b]} {0[x.y]}'.format({'a b': 1, 'x.y': 2}))  # expect: 5 6 7 1 2
print('{:5}|{:<5}|{:>5}|{:^5}|{:05}|{:.1}|{:.0}|{:10.2}|'.format(*['ab'] * 8), '{:é>4}'.format('a'), '{:😀^4}'.format('é'))  # expect: ab   |ab   |   ab| ab  |ab000|a||ab        | éééa 😀é😀😀
print('{a}{b}'.format_map({'a': 1, 'b': 2}), 'no fields'.format(), ''.format(1, 2))  # expect: 12 no fields

class Default(dict):
    def __missing__(self, key):
        return f'<{key}>'

print('{a} {b}'.format_map(Default(a=1)), '{}'.format('{}'), format('x', '>3'), format('x'), 'x'.__format__(''), format(p, ''))  # expect: 1 <b> {}   x x x <>
for spec in ('{', '}', '{a', '{0', '{0!', '{0!r', '{0!rx}', '{0!}', '{0!z}', '{0!\u1234}', '{0:{}', '{0:{1:{2}}}', '{}{0}', '{0}{}', '{5}', '{a}', '{.y}', '{[}', '{[]}', '{0[}', '{0[0]x}', '{.}', '{a{b}}',
             '{99999999999999999999}', '{0:d}', '{0:+}', '{0: }', '{0:#}', '{0:z}', '{0:=5}', '{0:,}', '{0:_s}', '{0:5.}', '{0:5x5}', '{0:\u1234}', '{0:99999999999999999999}', '{0:.99999999999999999999}'):
    fails(spec.format, 'text', 1, 2)
# expect: ValueError: Single '{' encountered in format string
# expect: ValueError: Single '}' encountered in format string
# expect: ValueError: expected '}' before end of string
# expect: ValueError: expected '}' before end of string
# expect: ValueError: end of string while looking for conversion specifier
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: expected ':' after conversion specifier
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: Unknown conversion specifier z
# expect: ValueError: Unknown conversion specifier \x1234
# expect: ValueError: unmatched '{' in format spec
# expect: ValueError: Max string recursion exceeded
# expect: ValueError: cannot switch from automatic field numbering to manual field specification
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
# expect: IndexError: Replacement index 5 out of range for positional args tuple
# expect: KeyError: 'a'
# expect: AttributeError: 'str' object has no attribute 'y'
# expect: ValueError: expected '}' before end of string
# expect: ValueError: Empty attribute in format string
# expect: ValueError: expected '}' before end of string
# expect: ValueError: Only '.' or '[' may follow ']' in format field specifier
# expect: ValueError: Empty attribute in format string
# expect: ValueError: unexpected '{' in field name
# expect: ValueError: Too many decimal digits in format string
# expect: ValueError: Unknown format code 'd' for object of type 'str'
# expect: ValueError: Sign not allowed in string format specifier
# expect: ValueError: Space not allowed in string format specifier
# expect: ValueError: Alternate form (#) not allowed in string format specifier
# expect: ValueError: Negative zero coercion (z) not allowed in string format specifier
# expect: ValueError: '=' alignment not allowed in string format specifier
# expect: ValueError: Cannot specify ',' with 's'.
# expect: ValueError: Cannot specify '_' with 's'.
# expect: ValueError: Format specifier missing precision
# expect: ValueError: Invalid format specifier '5x5' for object of type 'str'
# expect: ValueError: Unknown format code '\x1234' for object of type 'str'
# expect: ValueError: Too many decimal digits in format string
# expect: ValueError: Too many decimal digits in format string
fails('{0}'.format_map, {'0': 1})
# expect: ValueError: Format string contains positional fields
fails('{}'.format_map, {})
# expect: ValueError: Format string contains positional fields
fails('{a}'.format_map, [])
# expect: TypeError: list indices must be integers or slices, not str
fails('{a}'.format_map, {})
# expect: KeyError: 'a'
fails('a'.__format__, 1)
# expect: TypeError: __format__() argument must be str, not int
fails('{:>5}'.format, None)
# expect: TypeError: unsupported format string passed to NoneType.__format__
fails('{:>5}'.format, [])
# expect: TypeError: unsupported format string passed to list.__format__

class Bad:
    def __format__(self, spec):
        return 1

fails('{}'.format, Bad())
# expect: TypeError: __format__ must return a str, not int
