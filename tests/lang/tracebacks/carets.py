### case: binary operator
def f(a, b):
    return (a * 2) + b.value


f(1, 'x')
# stderr: Traceback (most recent call last):
# stderr:   File "carets.py", line 6, in <module>
# stderr:     f(1, 'x')
# stderr:     ~^^^^^^^^
# stderr:   File "carets.py", line 3, in f
# stderr:     return (a * 2) + b.value
# stderr:                      ^^^^^^^
# stderr: AttributeError: 'str' object has no attribute 'value'
### case: call
def g(x):
    raise ValueError(x)


result = 1 + g('argument')
# stderr: Traceback (most recent call last):
# stderr:   File "carets.py", line 20, in <module>
# stderr:     result = 1 + g('argument')
# stderr:                  ~^^^^^^^^^^^^
# stderr:   File "carets.py", line 17, in g
# stderr:     raise ValueError(x)
# stderr: ValueError: argument
### case: subscript
data = {'a': [1, 2]}
print(data['a'][5])
# stderr: Traceback (most recent call last):
# stderr:   File "carets.py", line 30, in <module>
# stderr:     print(data['a'][5])
# stderr:           ~~~~~~~~~^^^
# stderr: IndexError: list index out of range
### case: whole line
x = undefined_name
# stderr: Traceback (most recent call last):
# stderr:   File "carets.py", line 37, in <module>
# stderr:     x = undefined_name
# stderr:         ^^^^^^^^^^^^^^
# stderr: NameError: name 'undefined_name' is not defined
### case: several lines
def f(a,
      b):
    return a + b


f(
    1,
    None,
)
# stderr: Traceback (most recent call last):
# stderr:   File "carets.py", line 49, in <module>
# stderr:     f(
# stderr:     ~^
# stderr:         1,
# stderr:         ^^
# stderr:         None,
# stderr:         ^^^^^
# stderr:     )
# stderr:     ^
# stderr:   File "carets.py", line 46, in f
# stderr:     return a + b
# stderr:            ~~^~~
# stderr: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
### case: attribute chain
import sys
sys.version.nothing.more
# stderr: Traceback (most recent call last):
# stderr:   File "carets.py", line 69, in <module>
# stderr:     sys.version.nothing.more
# stderr:     ^^^^^^^^^^^^^^^^^^^
# stderr: AttributeError: 'str' object has no attribute 'nothing'
