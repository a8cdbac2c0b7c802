import types, sys
m = types.ModuleType('shapes', 'Shapes.\n\nMore about them.')
exec('''
def area(r): "Area of r."
class A: 
    "An A."
class B(A): pass
VERSION = 3
name = "x"
_hidden = 1
''', m.__dict__)
for n in ('A','B','area'): getattr(m,n).__module__='shapes'
sys.modules['shapes']=m
help(m)
class D: 

    __slots__ = ('q',)
    def __len__(self): return 1
help(D)
