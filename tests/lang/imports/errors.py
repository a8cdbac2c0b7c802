def attempt(text):
    try:
        exec(text)
    except ImportError as error:
        print(f'{type(error).__name__}: {error} | {error.name}')


attempt('import no_such_module')
# expect: ModuleNotFoundError: No module named 'no_such_module' | no_such_module
attempt('import no_such_package.sub')
# expect: ModuleNotFoundError: No module named 'no_such_package' | no_such_package
attempt('import _package.nothing')
# expect: ModuleNotFoundError: No module named '_package.nothing' | _package.nothing
attempt('import math.pi')
# expect: ModuleNotFoundError: No module named 'math.pi'; 'math' is not a package | math.pi
attempt('from sys import nothing')
# expect: ImportError: cannot import name 'nothing' from 'sys' (unknown location) | sys
attempt('from _package import nothing')
# expect: ImportError: cannot import name 'nothing' from '_package' (_package/__init__.py) | _package
attempt('from no_such import x')
# expect: ModuleNotFoundError: No module named 'no_such' | no_such
attempt('from . import x')
# expect: ImportError: attempted relative import with no known parent package | None
attempt('from _module import valu')
# expect: ImportError: cannot import name 'valu' from '_module' (_module.py) | _module
attempt('import _module.x')
# expect: ModuleNotFoundError: No module named '_module.x'; '_module' is not a package | _module.x
import sys
sys.modules['blocked'] = None
attempt('import blocked')
# expect: ModuleNotFoundError: import of blocked halted; None in sys.modules | blocked
attempt('from _circular_a import late')
# expect: ImportError: cannot import name 'late' from partially initialized module '_circular_a' (most likely due to a circular import) (_circular_a.py) | _circular_a
try:
    import _raises
except ZeroDivisionError as error:
    print(error)  # expect: division by zero
print('_raises' in sys.modules)  # expect: False
try:
    import _syntax_error
except SyntaxError as error:
    print(error.msg, error.lineno)  # expect: invalid syntax 2
