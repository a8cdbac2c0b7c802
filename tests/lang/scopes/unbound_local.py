x = 1


def f():
    try:
        x += 1
    except UnboundLocalError as error:
        print(error)


f()
# expect: cannot access local variable 'x' where it is not associated with a value


def g():
    for i in []:
        pass
    return i


try:
    g()
except UnboundLocalError as error:
    print(error, error.name)  # expect: cannot access local variable 'i' where it is not associated with a value None


def h():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e


try:
    h()
except UnboundLocalError as error:
    print(error)  # expect: cannot access local variable 'e' where it is not associated with a value


def k():
    import math as m
    del m
    m


try:
    k()
except NameError as error:
    print(type(error).__name__, error)  # expect: UnboundLocalError cannot access local variable 'm' where it is not associated with a value
