def g():
    yield next(me)


me = g()
try:
    next(me)
except ValueError as error:
    print(error)  # expect: generator already executing


def h():
    try:
        me2.send(None)
    except ValueError as error:
        print(error)
    yield 'fine'


me2 = h()
print(next(me2))
# expect: generator already executing
# expect: fine
