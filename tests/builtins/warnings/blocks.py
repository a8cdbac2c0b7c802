# What filters and catch_warnings refuse, and what a block leaves behind.
import warnings


def shown(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as error:
        print(type(error).__name__, error)


shown(warnings.filterwarnings, 'x')  # expect: ValueError invalid action: 'x'
shown(warnings.filterwarnings, 'error', 5)  # expect: TypeError message must be a string
shown(warnings.filterwarnings, 'error', '', int)  # expect: TypeError category must be a Warning subclass
shown(warnings.filterwarnings, 'error', '', Warning, 5)  # expect: TypeError module must be a string
shown(warnings.filterwarnings, 'error', '', Warning, '', 'a')  # expect: TypeError lineno must be an int
shown(warnings.filterwarnings, 'error', '', Warning, '', -1)  # expect: ValueError lineno must be an int >= 0
shown(warnings.simplefilter, 'x')  # expect: ValueError invalid action: 'x'
shown(warnings.simplefilter, 'error', Warning, -1)  # expect: ValueError lineno must be an int >= 0
shown(warnings.simplefilter, 'error', Warning, '')  # expect: TypeError lineno must be an int
c = warnings.catch_warnings(record=True)
shown(c.__exit__)  # expect: RuntimeError Cannot exit catch_warnings(record=True) without entering first
n = len(warnings.filters)
with c as l:
    shown(c.__enter__)
    warnings.simplefilter('always')
    warnings.warn('a')
    print(len(l), l[0].category, len(warnings.filters) - n)
# expect: RuntimeError Cannot enter catch_warnings(record=True) twice
# expect: 1 <class 'UserWarning'> 1
print(len(warnings.filters) - n)  # expect: 0
shown(c.__enter__)  # expect: RuntimeError Cannot enter catch_warnings(record=True) twice
print(repr(warnings.catch_warnings()), repr(warnings.catch_warnings(record=True)))  # expect: catch_warnings() catch_warnings(record=True)
with warnings.catch_warnings(action='error'):
    shown(warnings.warn, 'boo')
# expect: UserWarning boo
