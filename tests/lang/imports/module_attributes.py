import _getattr
print(_getattr.real, _getattr.dynamic)  # expect: real made dynamic
from _getattr import imported_dynamically
print(imported_dynamically)  # expect: made imported_dynamically
try:
    _getattr.bad
except AttributeError as error:
    print(error)  # expect: no bad here
import _module
try:
    _module.nothing
except AttributeError as error:
    print(error)  # expect: module '_module' has no attribute 'nothing'
_module.added = 1
print(_module.added, 'added' in dir(_module), vars(_module)['added'])  # expect: 1 True 1
del _module.added
print(hasattr(_module, 'added'))  # expect: False
print(repr(_module).startswith("<module '_module' from "), repr(__import__('sys')))  # expect: True <module 'sys' (built-in)>
