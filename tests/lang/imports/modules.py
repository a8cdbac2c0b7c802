import _module
import _module as alias
from _module import value, function as f
print(_module.value, alias is _module, value, f(), _module.__name__)  # expect: value True value called _module
_module.value = 'changed'
import _module
print(_module.value, value)  # expect: changed value
from _module import value
print(value)  # expect: changed
import sys
print(sys.modules['_module'] is _module, '_module' in sys.modules, type(_module).__name__)  # expect: True True module
print(_module.__file__.endswith('_module.py'), _module.__doc__)  # expect: True A module to import.


def local():
    import _module as inner
    from _module import constant
    return inner.value, constant


print(local())  # expect: ('changed', 42)
