def g():
    while True:
        try:
            yield 'waiting'
        except ValueError as error:
            yield f'caught {error}'
        finally:
            print('finally')


x = g()
print(next(x))  # expect: waiting
print(x.throw(ValueError('one')))  # expect: caught one
print(next(x))
# expect: finally
# expect: waiting
try:
    x.throw(KeyError('two'))
except KeyError as error:
    print('out', error)
# expect: finally
# expect: out 'two'
print(list(x))  # expect: []
fresh = g()
try:
    fresh.throw(ValueError('before start'))
except ValueError as error:
    print('out', error)  # expect: out before start
print(list(fresh))  # expect: []
y = g()
next(y)
print(y.throw(ValueError))  # expect: caught
try:
    y.throw(5)
except TypeError as error:
    print(error)  # expect: exceptions must be classes or instances deriving from BaseException, not int


def swallow():
    try:
        yield 1
    except ValueError:
        return 'done'


s = swallow()
next(s)
try:
    s.throw(ValueError())
except StopIteration as stop:
    print(stop.value)  # expect: done
# expect: finally
