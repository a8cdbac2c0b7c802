def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('closing')
        raise
    finally:
        print('finally')


x = g()
next(x)
print(x.close())
# expect: closing
# expect: finally
# expect: None
print(x.close(), list(x))  # expect: None []
g().close()


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print('no')
            yield 'still here'
            return


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
# expect: no
# expect: generator ignored GeneratorExit


def returns():
    try:
        yield
    except GeneratorExit:
        return 'value'


r = returns()
next(r)
print(r.close())  # expect: value


def fails():
    try:
        yield
    finally:
        1 / 0


f = fails()
next(f)
try:
    f.close()
except ZeroDivisionError as error:
    print(error)  # expect: division by zero
x = g()
next(x)
del x
# expect: closing
# expect: finally
print('deleted')  # expect: deleted
