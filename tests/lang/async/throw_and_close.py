class Suspend:
    def __await__(self):
        yield 1


async def f():
    try:
        await Suspend()
    except ValueError as error:
        return f'caught {error}'
    finally:
        print('finally')


c = f()
c.send(None)
try:
    c.throw(ValueError('v'))
except StopIteration as stop:
    print(stop.value)
# expect: finally
# expect: caught v
c = f()
c.send(None)
c.close()
# expect: finally
c = f()
c.send(None)
try:
    c.throw(KeyError('k'))
except KeyError as error:
    print(error)
# expect: finally
# expect: 'k'
print(c.cr_frame, c.cr_running, c.__name__, c.cr_await)  # expect: None False f None
