### case: in function
def f():
    from math import *  # raises: SyntaxError: import * only allowed at module level
