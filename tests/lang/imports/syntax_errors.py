### case: nothing
from math import  # raises: SyntaxError: Expected one or more names after 'import'
### case: trailing comma
from math import pi,  # raises: SyntaxError: trailing comma not allowed without surrounding parentheses
### case: star and name
from math import *, pi  # raises: SyntaxError: invalid syntax
### case: dotted as
import a.b as c.d  # raises: SyntaxError: invalid syntax
### case: expression
import 'math'  # raises: SyntaxError: invalid syntax
### case: relative import statement
import .x  # raises: SyntaxError: invalid syntax
### case: future
from __future__ import nonsense  # raises: SyntaxError: future feature nonsense is not defined
### case: future late
x = 1
from __future__ import annotations  # raises: SyntaxError: from __future__ imports must occur at the beginning of the file
