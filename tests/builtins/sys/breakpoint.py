# breakpoint() calls sys.breakpointhook(), which PYTHONBREAKPOINT directs.
import os
import sys
import warnings

os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint())  # expect: None
os.environ['PYTHONBREAKPOINT'] = 'builtins.print'
breakpoint('called', 1, sep='-')  # expect: called-1
os.environ['PYTHONBREAKPOINT'] = 'len'
print(breakpoint('abc'))  # expect: 3
for wrong in 'no_such_module.name', 'sys.no_such_name', 'nothing':
    os.environ['PYTHONBREAKPOINT'] = wrong
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        print(breakpoint())
    print([(warning.category.__name__, str(warning.message), warning.lineno) for warning in caught])
# expect: None
# expect: [('RuntimeWarning', 'Ignoring unimportable $PYTHONBREAKPOINT: "no_such_module.name"', 16)]
# expect: None
# expect: [('RuntimeWarning', 'Ignoring unimportable $PYTHONBREAKPOINT: "sys.no_such_name"', 16)]
# expect: None
# expect: [('RuntimeWarning', 'Ignoring unimportable $PYTHONBREAKPOINT: "nothing"', 16)]
sys.breakpointhook = lambda *args, **keywords: (args, keywords)
print(breakpoint(1, a=2))  # expect: ((1,), {'a': 2})
sys.breakpointhook = sys.__breakpointhook__
del sys.breakpointhook
breakpoint()  # raises: RuntimeError: lost sys.breakpointhook
