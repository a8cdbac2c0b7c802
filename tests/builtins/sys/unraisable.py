# An exception that cannot be raised anywhere goes to sys.unraisablehook.
import sys


class Dying:
    def __del__(self):
        raise ValueError('dying')


seen = []
sys.unraisablehook = seen.append
Dying()
told = seen.pop()
print(told.exc_type.__name__, told.exc_value, told.err_msg, told.object is Dying.__del__, told.exc_traceback.tb_lineno)  # expect: ValueError dying None True 7


def g():
    try:
        yield
    except GeneratorExit:
        yield


waiting = g()
next(waiting)
del waiting
told = seen.pop()
print(told.exc_type.__name__, told.exc_value)  # expect: RuntimeError generator ignored GeneratorExit

# The first one writes to whatever sys.stderr is.
import io

sys.unraisablehook = sys.__unraisablehook__
before, sys.stderr = sys.stderr, io.StringIO()
Dying()
text, sys.stderr = sys.stderr.getvalue(), before
print(text.splitlines()[0].partition(' at ')[0])  # expect: Exception ignored in: <function Dying.__del__
print(text.splitlines()[-1])  # expect: ValueError: dying
