e = ValueError('a', 1)
print(e.args, str(e), repr(e), str(ValueError()), repr(ValueError()), str(ValueError('x')), str(KeyError('k')), str(KeyError()), repr(KeyError('a', 'b')))  # expect: ('a', 1) ('a', 1) ValueError('a', 1)  ValueError() x 'k'  KeyError('a', 'b')
e.extra = 5
print(e.__dict__)  # expect: {'extra': 5}
e.args = ('changed',)
print(e, e.with_traceback(None) is e)  # expect: changed True
e.add_note('note one')
e.add_note('note two')
print(e.__notes__)  # expect: ['note one', 'note two']
try:
    e.add_note(5)
except TypeError as error:
    print(error)  # expect: note must be a str, not 'int'
s = StopIteration(7)
print(s.value, SystemExit(3).code, SystemExit().code, SystemExit('a', 'b').code, StopIteration().value)  # expect: 7 3 None ('a', 'b') None
o = OSError(2, 'No such file', 'name.txt')
print(o, o.errno, o.strerror, o.filename, type(o).__name__, repr(OSError('one')), OSError(1, 'x').args)  # expect: [Errno 2] No such file: 'name.txt' 2 No such file name.txt FileNotFoundError OSError('one') (1, 'x')
u = UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad')
print(u, u.encoding, u.start, u.reason)  # expect: 'utf-8' codec can't decode byte 0xff in position 0: bad utf-8 0 bad
i = ImportError('m', name='n', path='p')
print(i, i.name, i.path, AttributeError('x', name='n', obj=1).obj, NameError('x', name='n').name)  # expect: m n p 1 n
x = SyntaxError('msg', ('file.py', 3, 5, 'text'))
print(x, x.lineno, x.offset, x.text, x.filename, x.msg)  # expect: msg (file.py, line 3) 3 5 text file.py msg


class Mine(Exception):
    def __str__(self): return 'custom'


print(Mine(1), repr(Mine(1)), Mine(1).args, ValueError('a') == ValueError('a'))  # expect: custom Mine(1) (1,) False
