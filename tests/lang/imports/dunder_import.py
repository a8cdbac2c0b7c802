m = __import__('math')
print(m.pi, __import__('_package.sub').__name__, __import__('_package.sub', fromlist=['where']).__name__)  # expect: 3.141592653589793 _package _package.sub
import builtins
original = builtins.__import__
seen = []


def spy(name, *args, **kwargs):
    seen.append(name)
    return original(name, *args, **kwargs)


builtins.__import__ = spy
import math
from math import pi
builtins.__import__ = original
print(seen)  # expect: ['math', 'math']
