# complex() of numbers and texts; repr.
def attempt(*args, **kwargs):
    try:
        return complex(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'

print(complex(), complex(1), complex(1.5, -2), complex(1, 2j), complex(1j, 1j), complex(1 + 2j, 3), complex(real=1, imag=2), complex(imag=2), complex(True), complex(10**20))  # expect: 0j (1+0j) (1.5-2j) (-1+0j) (-1+1j) (1+5j) (1+2j) 2j (1+0j) (1e+20+0j)
for text in ('1', '1j', '-1j', 'j', '+j', '-j', '1+2j', '1-2J', ' 1e3-.5j ', '(1+2j)', ' ( 1+2j ) ', '1+j', '1-j', 'inf', 'infj', 'nan+infj', '-Infinity-nanj', '1_0+2_0j', '٣j', '1e5j', '.5+5.j', '-0-0j'):
    print(text, complex(text))
# expect: 1 (1+0j)
# expect: 1j 1j
# expect: -1j -1j
# expect: j 1j
# expect: +j 1j
# expect: -j -1j
# expect: 1+2j (1+2j)
# expect: 1-2J (1-2j)
# expect:  1e3-.5j  (1000-0.5j)
# expect: (1+2j) (1+2j)
# expect:  ( 1+2j )  (1+2j)
# expect: 1+j (1+1j)
# expect: 1-j (1-1j)
# expect: inf (inf+0j)
# expect: infj infj
# expect: nan+infj (nan+infj)
# expect: -Infinity-nanj (-inf+nanj)
# expect: 1_0+2_0j (10+20j)
# expect: ٣j 3j
# expect: 1e5j 100000j
# expect: .5+5.j (0.5+5j)
# expect: -0-0j (-0-0j)
for text in ('', '()', '1+', '1+2', '1j+2', '1 + 2j', '1+ 2j', '(1+2j', '1+2j)', 'a', '1jj', '1+2j3', '1_', 'j1', '+-1j', '((1))', '1e', 'i'):
    print(repr(text), attempt(text))
# expect: '' ValueError: complex() arg is a malformed string
# expect: '()' ValueError: complex() arg is a malformed string
# expect: '1+' ValueError: complex() arg is a malformed string
# expect: '1+2' ValueError: complex() arg is a malformed string
# expect: '1j+2' ValueError: complex() arg is a malformed string
# expect: '1 + 2j' ValueError: complex() arg is a malformed string
# expect: '1+ 2j' ValueError: complex() arg is a malformed string
# expect: '(1+2j' ValueError: complex() arg is a malformed string
# expect: '1+2j)' ValueError: complex() arg is a malformed string
# expect: 'a' ValueError: complex() arg is a malformed string
# expect: '1jj' ValueError: complex() arg is a malformed string
# expect: '1+2j3' ValueError: complex() arg is a malformed string
# expect: '1_' ValueError: could not convert string to complex: '1_'
# expect: 'j1' ValueError: complex() arg is a malformed string
# expect: '+-1j' ValueError: complex() arg is a malformed string
# expect: '((1))' ValueError: complex() arg is a malformed string
# expect: '1e' ValueError: complex() arg is a malformed string
# expect: 'i' ValueError: complex() arg is a malformed string
for args in ((1, '2'), ('1', 2), ([],), (1, []), (None,), (1, None), (1, 2, 3), (b'1',)):
    print(args, attempt(*args))
# expect: (1, '2') TypeError: complex() second arg can't be a string
# expect: ('1', 2) TypeError: complex() can't take second arg if first is a string
# expect: ([],) TypeError: complex() first argument must be a string or a number, not 'list'
# expect: (1, []) TypeError: complex() second argument must be a number, not 'list'
# expect: (None,) TypeError: complex() first argument must be a string or a number, not 'NoneType'
# expect: (1, None) TypeError: complex() second argument must be a number, not 'NoneType'
# expect: (1, 2, 3) TypeError: complex() takes at most 2 arguments (3 given)
# expect: (b'1',) TypeError: complex() first argument must be a string or a number, not 'bytes'
print(attempt(x=1))  # expect: TypeError: complex() got an unexpected keyword argument 'x'
class C:
    def __complex__(self): return 1 + 2j
class F:
    def __float__(self): return 1.5
class I:
    def __index__(self): return 3
class Wrong:
    def __complex__(self): return 5
print(complex(C()), complex(F()), complex(I()), complex(C(), 1), complex(F(), F()), attempt(Wrong()), attempt(1, C()))  # expect: (1+2j) (1.5+0j) (3+0j) (1+3j) (1.5+1.5j) TypeError: __complex__ returned non-complex (type int) TypeError: complex() second argument must be a number, not 'C'
print(0j, -0j, 1j, -1j, 1 + 0j, complex(-0.0, 0), complex(0, -0.0), complex(-0.0, -0.0), 1e20 + 1e-10j, complex(1, -0.0), 1.5j, complex('nan'), complex(float('inf'), -float('inf')))  # expect: 0j (-0-0j) 1j (-0-1j) (1+0j) (-0+0j) -0j (-0-0j) (1e+20+1e-10j) (1-0j) 1.5j (nan+0j) (inf-infj)
print((1 + 2j).__complex__(), (1 + 2j).__getnewargs__(), (1.5j).conjugate(), str(1j), f'{1j}', [1j])  # expect: (1+2j) (1.0, 2.0) -1.5j 1j 1j [1j]
class Point(complex):
    pass
p = Point(1, 2)
p.name = 'p'
print(p, type(p), p + 1, type(p + 1), type(+p), type(p.conjugate()), type(complex(p)), p == 1 + 2j, hash(p) == hash(1 + 2j), p.name, p.real, abs(Point(3, 4)), Point('1j'), Point())  # expect: (1+2j) <class '__main__.Point'> (2+2j) <class 'complex'> <class 'complex'> <class 'complex'> <class 'complex'> True True p 1.0 5.0 1j 0j
try:
    (1j).real = 5
except AttributeError as error:
    print(type(error).__name__)  # expect: AttributeError
