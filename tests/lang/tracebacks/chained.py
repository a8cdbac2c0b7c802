### case: context
try:
    {}['missing']
except KeyError:
    1 / 0
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 3, in <module>
# stderr:     {}['missing']
# stderr:     ~~^^^^^^^^^^^
# stderr: KeyError: 'missing'
# stderr:
# stderr: During handling of the above exception, another exception occurred:
# stderr:
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 5, in <module>
# stderr:     1 / 0
# stderr:     ~~^~~
# stderr: ZeroDivisionError: division by zero
### case: cause
def load():
    try:
        int('x')
    except ValueError as error:
        raise RuntimeError('cannot load') from error


load()
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 22, in load
# stderr:     int('x')
# stderr:     ~~~^^^^^
# stderr: ValueError: invalid literal for int() with base 10: 'x'
# stderr:
# stderr: The above exception was the direct cause of the following exception:
# stderr:
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 27, in <module>
# stderr:     load()
# stderr:     ~~~~^^
# stderr:   File "chained.py", line 24, in load
# stderr:     raise RuntimeError('cannot load') from error
# stderr: RuntimeError: cannot load
### case: from none
try:
    1 / 0
except ZeroDivisionError:
    raise ValueError('clean') from None
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 47, in <module>
# stderr:     raise ValueError('clean') from None
# stderr: ValueError: clean
### case: three
try:
    try:
        raise KeyError('a')
    except KeyError:
        raise TypeError('b')
except TypeError:
    raise ValueError('c')
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 55, in <module>
# stderr:     raise KeyError('a')
# stderr: KeyError: 'a'
# stderr:
# stderr: During handling of the above exception, another exception occurred:
# stderr:
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 57, in <module>
# stderr:     raise TypeError('b')
# stderr: TypeError: b
# stderr:
# stderr: During handling of the above exception, another exception occurred:
# stderr:
# stderr: Traceback (most recent call last):
# stderr:   File "chained.py", line 59, in <module>
# stderr:     raise ValueError('c')
# stderr: ValueError: c
