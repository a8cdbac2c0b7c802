print('{} {} {}'.format(1, 'a', [2]), '{1} {0}'.format('a', 'b'), '{x} {y}'.format(x=1, y=2), '{0} {x} {0}'.format('p', x='q'))  # expect: 1 a [2] b a 1 2 p q p
print('{0[1]} {0[-1]}'.format('abc') if False else '{0[1]}'.format('abc'), '{d[key]} {o.real}'.format(d={'key': 'v'}, o=5), '{:>5}|{:<5}|{:^5}'.format('a', 'b', 'c'))  # expect: b v 5     a|b    |  c
print('{!r} {!s} {!a}'.format('é', 'é', 'é'), '{:{}}|{:{w}.{p}f}'.format('x', 5, 3.14159, w=8, p=2), '{{}} {}'.format(1), '{:,} {:b}'.format(12345, 5))  # expect: 'é' é '\xe9' x    |    3.14 {} 1 12,345 101
print('{0.__class__.__name__} {a.b[0]}'.format(1, a=type('A', (), {'b': [9]})), '{:d}'.format(True), '{}'.format(None))  # expect: int 9 1 None
for text, args in (('{} {0}', (1,)), ('{0} {}', (1,)), ('{', ()), ('}', ()), ('{}', ()), ('{x}', ()), ('{0.nope}', (1,)), ('{0[k]}', ({},)), ('{!x}', (1,)), ('{:q}', (1,)), ('{0', (1,)), ('{a b}', ()), ('{:{}', (1,)), ('{!}', (1,))):
    try:
        print(text.format(*args))
    except (ValueError, IndexError, KeyError, AttributeError) as error:
        print(f'{text!r}: {type(error).__name__}: {error}')
# expect: '{} {0}': ValueError: cannot switch from automatic field numbering to manual field specification
# expect: '{0} {}': ValueError: cannot switch from manual field specification to automatic field numbering
# expect: '{': ValueError: Single '{' encountered in format string
# expect: '}': ValueError: Single '}' encountered in format string
# expect: '{}': IndexError: Replacement index 0 out of range for positional args tuple
# expect: '{x}': KeyError: 'x'
# expect: '{0.nope}': AttributeError: 'int' object has no attribute 'nope'
# expect: '{0[k]}': KeyError: 'k'
# expect: '{!x}': ValueError: Unknown conversion specifier x
# expect: '{:q}': ValueError: Unknown format code 'q' for object of type 'int'
# expect: '{0': ValueError: expected '}' before end of string
# expect: '{a b}': KeyError: 'a b'
# expect: '{:{}': ValueError: unmatched '{' in format spec
# expect: '{!}': ValueError: unmatched '{' in format spec
print('{a}-{b}'.format_map({'a': 1, 'b': 2}))  # expect: 1-2


class Default(dict):
    def __missing__(self, key):
        return f'<{key}>'


print('{a} {b}'.format_map(Default(a=1)))  # expect: 1 <b>
