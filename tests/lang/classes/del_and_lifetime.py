class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)


d = D('one')
d = None
# expect: del one
x = y = D('two')
del x
print('still')  # expect: still
del y
# expect: del two


def f():
    local = D('local')
    return 'returned'


print(f())
# expect: del local
# expect: returned
D('temporary')
# expect: del temporary
items = [D('in list')]
items.clear()
# expect: del in list
print('cleared')  # expect: cleared
table = {'k': D('in dict')}
table['k'] = D('replacement')
# expect: del in dict
del table
# expect: del replacement
try:
    e = D('exception frame')
    raise ValueError
except ValueError:
    pass
del e
# expect: del exception frame
for i in range(2):
    t = D(i)
# expect: del 0
del t
# expect: del 1


class Resurrect:
    kept = []
    def __del__(self): Resurrect.kept.append(self)


Resurrect()
print(len(Resurrect.kept))  # expect: 1
