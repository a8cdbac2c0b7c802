import _package
print(_package.name, _package.__name__, _package.__package__, hasattr(_package, 'sub'))  # expect: package _package _package False
import _package.sub
print(_package.sub.where, _package.sub.__name__, _package.sub.__package__)  # expect: _package.sub _package.sub _package
import _package.sub as s
from _package import sub, other, missing_from_init
from _package.sub import where
from _package.inner.deep import up, both
print(s is sub, other.told, missing_from_init, where, up, both)  # expect: True other knows _package.sub defined in __init__ _package.sub package ('_package.sub', '_package.inner')
import _package.inner.deep
print(_package.inner.deep.__name__, _package.inner.__path__ is not None, hasattr(_package, '__path__'))  # expect: _package.inner.deep True True
