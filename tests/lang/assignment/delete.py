x = [1, 2, 3, 4, 5]
del x[0], x[1:3]
print(x)  # expect: [2, 5]
a, b, c = 1, 2, 3
del a, (b, c)
for name in 'abc':
    try:
        eval(name)
    except NameError as error:
        print(error)
# expect: name 'a' is not defined
# expect: name 'b' is not defined
# expect: name 'c' is not defined
del x[:]
print(x)  # expect: []
try:
    del x[0]
except IndexError as error:
    print(error)  # expect: list assignment index out of range
try:
    del {}['k']
except KeyError as error:
    print(repr(error))  # expect: KeyError('k')
