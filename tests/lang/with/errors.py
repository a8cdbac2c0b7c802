class NoEnter:
    def __exit__(self, *e): pass
class NoExit:
    def __enter__(self): pass
class BadEnter:
    def __enter__(self): raise ValueError('in enter')
    def __exit__(self, *e): print('not called')
class BadExit:
    def __enter__(self): return self
    def __exit__(self, *e): raise KeyError('in exit')


def attempt(manager, body=lambda: None):
    try:
        with manager:
            body()
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__context__))


attempt(NoEnter())
# expect: TypeError 'NoEnter' object does not support the context manager protocol None
attempt(NoExit())
# expect: TypeError 'NoExit' object does not support the context manager protocol (missed __exit__ method) None
attempt(5)
# expect: TypeError 'int' object does not support the context manager protocol None
attempt(BadEnter())
# expect: ValueError in enter None
attempt(BadExit())
# expect: KeyError 'in exit' None
attempt(BadExit(), lambda: 1 / 0)
# expect: KeyError 'in exit' ZeroDivisionError('division by zero')


class Truthy:
    def __enter__(self): return self
    def __exit__(self, *e): return [1]


with Truthy():
    raise RuntimeError('swallowed by a true value')


class OnInstance: pass


o = OnInstance()
o.__enter__ = o.__exit__ = lambda *a: None
attempt(o)
# expect: TypeError 'OnInstance' object does not support the context manager protocol None
with Truthy() as t, BadEnter():
    print('never')
print('swallowed by the outer one')  # expect: swallowed by the outer one
