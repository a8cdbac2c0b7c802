class M:
    def __enter__(self): return self
    def __exit__(self, *e): print('exit', e[0])


def f():
    with M():
        return 'returned'


print(f())
# expect: exit None
# expect: returned
for i in range(3):
    with M():
        if i == 0:
            continue
        break
# expect: exit None
# expect: exit None
print(i)  # expect: 1


def g():
    with M():
        yield 1
        yield 2


print(list(g()))
# expect: exit None
# expect: [1, 2]


def h():
    for i in range(2):
        with M() as m, M():
            try:
                return i
            finally:
                print('finally')


print(h())
# expect: finally
# expect: exit None
# expect: exit None
# expect: 0
x = M()
with x as x.target, M() as x.other:
    pass
# expect: exit None
# expect: exit None
print(x.target is x)  # expect: True
