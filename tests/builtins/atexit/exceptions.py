# An exception in one function is reported, and the others run.
import atexit
import sys


def broken():
    raise ValueError('broken')


atexit.register(print, 'runs all the same')
atexit.register(broken)
sys.unraisablehook = lambda u: print(u.exc_type.__name__, u.exc_value, u.err_msg.split(' at ')[0], u.object)
# expect: ValueError broken Exception ignored in atexit callback <function broken None
# expect: runs all the same
