a = [1]
b = a
c = [1]
print(a is b, a is c, a is not c, None is None, True is (1 == 1), Ellipsis is ...)  # expect: True False True True True True
x = 256
y = x
print(x is y)  # expect: True
print(type(a) is list, type(type) is type, tuple() is tuple([]))  # expect: True True True


def f():
    pass


print(f is f, a.append is a.append, a.append == a.append, a.append == c.append)  # expect: True False True False
