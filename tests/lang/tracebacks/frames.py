### case: method and lambda
class C:
    def method(self):
        return (lambda: self.fail())()

    def fail(self):
        return [1 / 0 for _ in range(1)]


C().method()
# stderr: Traceback (most recent call last):
# stderr:   File "frames.py", line 10, in <module>
# stderr:     C().method()
# stderr:     ~~~~~~~~~~^^
# stderr:   File "frames.py", line 4, in method
# stderr:     return (lambda: self.fail())()
# stderr:            ~~~~~~~~~~~~~~~~~~~~~^^
# stderr:   File "frames.py", line 4, in <lambda>
# stderr:     return (lambda: self.fail())()
# stderr:                     ~~~~~~~~~^^
# stderr:   File "frames.py", line 7, in fail
# stderr:     return [1 / 0 for _ in range(1)]
# stderr:             ~~^~~
# stderr: ZeroDivisionError: division by zero
### case: class body
class D:
    x = 1
    y = x / 0
# stderr: Traceback (most recent call last):
# stderr:   File "frames.py", line 26, in <module>
# stderr:     class D:
# stderr:         x = 1
# stderr:         y = x / 0
# stderr:   File "frames.py", line 28, in D
# stderr:     y = x / 0
# stderr:         ~~^~~
# stderr: ZeroDivisionError: division by zero
### case: generator
def g():
    yield 1
    raise KeyError('in generator')


for x in g():
    pass
# stderr: Traceback (most recent call last):
# stderr:   File "frames.py", line 44, in <module>
# stderr:     for x in g():
# stderr:              ~^^
# stderr:   File "frames.py", line 41, in g
# stderr:     raise KeyError('in generator')
# stderr: KeyError: 'in generator'
### case: nested function
def outer():
    def inner():
        raise OSError(2, 'No such thing')
    inner()


outer()
# stderr: Traceback (most recent call last):
# stderr:   File "frames.py", line 60, in <module>
# stderr:     outer()
# stderr:     ~~~~~^^
# stderr:   File "frames.py", line 57, in outer
# stderr:     inner()
# stderr:     ~~~~~^^
# stderr:   File "frames.py", line 56, in inner
# stderr:     raise OSError(2, 'No such thing')
# stderr: FileNotFoundError: [Errno 2] No such thing
### case: module
import _module
_module.broken(0)
# stderr: Traceback (most recent call last):
# stderr:   File "frames.py", line 73, in <module>
# stderr:     _module.broken(0)
# stderr:     ~~~~~~~~~~~~~~^^^
# stderr:   File "_module.py", line 11, in broken
# stderr:     return 1 / x
# stderr:            ~~^~~
# stderr: ZeroDivisionError: division by zero
### case: exec
exec('def h():\n    1 / 0\nh()')
# stderr: Traceback (most recent call last):
# stderr:   File "frames.py", line 83, in <module>
# stderr:     exec('def h():\n    1 / 0\nh()')
# stderr:     ~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# stderr:   File "<string>", line 3, in <module>
# stderr:   File "<string>", line 2, in h
# stderr: ZeroDivisionError: division by zero
### case: finally
def f():
    try:
        return 1 / 0
    finally:
        print('finally')


f()
# expect: finally
# stderr: Traceback (most recent call last):
# stderr:   File "frames.py", line 99, in <module>
# stderr:     f()
# stderr:     ~^^
# stderr:   File "frames.py", line 94, in f
# stderr:     return 1 / 0
# stderr:            ~~^~~
# stderr: ZeroDivisionError: division by zero
