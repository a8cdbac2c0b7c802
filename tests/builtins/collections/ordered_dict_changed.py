# differs: COMPATIBILITY.md#ordereddict
# An OrderedDict that is changed while it is iterated over.
from collections import OrderedDict

d = OrderedDict.fromkeys('abc')
try:
    for key in d:
        del d[key]
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
try:
    for key in d:
        d.move_to_end(key)
except RuntimeError as error:
    print(error, list(d))  # expect: dictionary keys changed during iteration ['b', 'c']
