def f():
    x = 1
    del x
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = 2
    print(x)


f()
# expect: cannot access local variable 'x' where it is not associated with a value
# expect: 2


def g(flag):
    if flag:
        y = 1
    return y


print(g(True))  # expect: 1
try:
    g(False)
except UnboundLocalError as error:
    print(type(error).__mro__[1].__name__, error)  # expect: NameError cannot access local variable 'y' where it is not associated with a value
