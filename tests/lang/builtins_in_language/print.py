print()  # expect:
print(1, 'a', None, [1], sep='-', end='!\n')  # expect: 1-a-None-[1]!
print('a', 'b', sep='')  # expect: ab
print(*range(3), sep=', ')  # expect: 0, 1, 2
print('no newline', end='')
print(' continued')  # expect: no newline continued
print('x', sep=None, end=None)  # expect: x
print('tab\tnewline\\n', repr('q\'"'), 1.0, True)  # expect: tab	newline\n 'q\'"' 1.0 True


class P:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'


print(P(), [P()], {'k': P()}, (P(),), f'{P()}', '%s %r' % (P(), P()))  # expect: str [repr] {'k': repr} (repr,) str str repr


class OnlyRepr:
    def __repr__(self): return 'only'


print(OnlyRepr(), str(OnlyRepr()))  # expect: only only


class W:
    def write(self, s): out.append(s)


out = []
print('to', 'writer', file=W(), flush=False)
print(out)  # expect: ['to', ' ', 'writer', '\n']
try:
    print(1, sep=5)
except TypeError as error:
    print(error)  # expect: sep must be None or a string, not int
