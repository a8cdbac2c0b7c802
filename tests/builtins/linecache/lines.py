# Lines of files, kept until they change; and lines that others put there.
import linecache
import os

name = os.path.join(os.environ.get('TMPDIR', '/tmp'), f'linecache_{os.getpid()}.py')
with open(name, 'w') as file:
    file.write('first\nsecond\nthird')
print(repr(linecache.getline(name, 2)), repr(linecache.getline(name, 3)), repr(linecache.getline(name, 4)), repr(linecache.getline(name, 0)))  # expect: 'second\n' 'third\n' '' ''
print(linecache.getlines(name), name in linecache.cache)  # expect: ['first\n', 'second\n', 'third\n'] True
with open(name, 'w') as file:
    file.write('changed, and longer than before\n')
print(linecache.getline(name, 1).strip())  # expect: first
linecache.checkcache(name)
print(linecache.getline(name, 1).strip())  # expect: changed, and longer than before
os.remove(name)
linecache.checkcache()
print(linecache.getlines(name), repr(linecache.getline('/no/such/file', 1)), repr(linecache.getline('<string>', 1)))  # expect: [] '' ''

linecache.cache['<made>'] = 10, None, ['a\n', 'b\n'], '<made>'
linecache.checkcache('<made>')
print(linecache.getlines('<made>'))  # expect: ['a\n', 'b\n']


class Loader:
    def get_source(self, name):
        return f'{name}\nsource\n'


print(linecache.lazycache('/lazy.py', {'__name__': 'lazy', '__loader__': Loader()}), linecache.getlines('/lazy.py'))  # expect: True ['lazy\n', 'source\n']
linecache.clearcache()
print(linecache.cache)  # expect: {}
