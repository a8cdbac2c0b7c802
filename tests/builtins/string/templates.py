import string


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


print(string.ascii_letters, string.punctuation, repr(string.whitespace))  # expect: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ ' \t\n\r\x0b\x0c'
print(string.capwords('hello  world'))  # expect: Hello World
T = string.Template('$a ${b} $$ $c')
print(T.substitute(a=1, b=2, c=3), T.safe_substitute(a=1), T.get_identifiers())  # expect: 1 2 $ 3 1 ${b} $ $c ['a', 'b', 'c']
print(T.is_valid())  # expect: True
show(T.substitute, a=1)
# expect: KeyError 'b'
show(string.Template('$').substitute)
# expect: ValueError Invalid placeholder in string: line 1, col 1
show(string.Template('x\n$!').substitute)
# expect: ValueError Invalid placeholder in string: line 2, col 1
print(string.Formatter().format('{0} {a!r:>5} {} ' if 0 else '{0} {a!r:>5}', 1, a='x'), string.Formatter().format('{} {}', 1, 2), string.Formatter().format('{0.real} {0:{w}}', 5, w=4))  # expect: 1   'x' 1 2 5    5
show(string.Formatter().format, '{}')
# expect: IndexError tuple index out of range
show(string.Formatter().format, '{x')
# expect: ValueError expected '}' before end of string
