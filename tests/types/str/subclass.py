# Classes that derive from str: results are plain str, methods can be overridden, attributes work.
class Name(str):
    def __new__(cls, text, note=None):
        self = super().__new__(cls, text)
        self.note = note
        return self

    def shout(self):
        return self.upper() + '!'

n = Name('abc', note='first')
print(n, repr(n), n.note, n.shout(), type(n).__name__, len(n), n[1], isinstance(n, str), n == 'abc', hash(n) == hash('abc'), {'abc': 1}[n], n in {'abc'})  # expect: abc 'abc' first ABC! Name 3 b True True True 1 True
print(type(n.upper()).__name__, type(n + '').__name__, type(n * 1).__name__, type(n[:]).__name__, type(n.strip()).__name__, type(str(n)).__name__, type(n.replace('z', 'y')).__name__, type(n.format()).__name__, type(n.__str__()).__name__)  # expect: str str str str str str str Name str
print(type(''.join([n])).__name__, type(n.center(2)).__name__, type(n.split('#')[0]).__name__, type(n.partition('#')[0]).__name__, type(f'{n}').__name__, type('%s' % n).__name__)  # expect: str str str Name str str

class Loud(str):
    def __str__(self):
        return 'LOUD'

    def __repr__(self):
        return '<loud>'

    def __format__(self, spec):
        return f'[{spec}]'

    def __add__(self, other):
        return 'added'

    def __eq__(self, other):
        return 'compared'

    __hash__ = str.__hash__

    def __len__(self):
        return 42

    def __getitem__(self, i):
        return f'item {i}'

    def __contains__(self, item):
        return True

    def __iter__(self):
        return iter([1, 2])

loud = Loud('quiet')
print(str(loud), repr(loud), f'{loud:x}', '%s' % loud, '{}'.format(loud), loud + 'a', loud == 'quiet', len(loud), loud[3], 'zz' in loud, list(loud))  # expect: LOUD <loud> [x] LOUD [] added compared 42 item 3 True [1, 2]
print(''.join([loud]), loud.upper(), 'x' + loud, str.__str__(loud), str.__len__(loud), 'quiet'.find(loud), [loud])  # expect: quiet QUIET xquiet quiet 5 0 [<loud>]

class Empty(str):
    pass

print(repr(Empty()), repr(Empty('é😀')), Empty(b'ab', 'ascii'), Empty(5), Empty('a') + Empty('b'), Empty('😀')[0], sorted([Empty('b'), 'a', Empty('c')]))  # expect: '' 'é😀' ab 5 ab 😀 ['a', 'b', 'c']
e = Empty('attributes')
e.x = 1
e.y = [2]
print(e.x, e.y, e.__dict__, vars(Empty('z')))  # expect: 1 [2] {'x': 1, 'y': [2]} {}
d = {Empty('k'): 1}
print(d['k'], 'k' in d, Empty('k') in d)  # expect: 1 True True
del e.x
print(hasattr(e, 'x'))  # expect: False

class Slotted(str):
    __slots__ = ()

try:
    Slotted('a').x = 1
except AttributeError as error:
    print(error)  # expect: 'Slotted' object has no attribute 'x' and no __dict__ for setting new attributes
