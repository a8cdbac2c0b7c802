from _star import *
print(public, also, '_hidden' in dir())  # expect: 1 2 False
from _star_all import *
print(listed, _listed_too)  # expect: 1 2
try:
    not_listed
except NameError as error:
    print(error)  # expect: name 'not_listed' is not defined
try:
    exec('from _star_bad import *')
except AttributeError as error:
    print(error)  # expect: module '_star_bad' has no attribute 'nothing'
