import warnings


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.warn('hey')
    warnings.warn('dep', DeprecationWarning)
    print([(str(x.message), x.category.__name__, x.lineno) for x in log])  # expect: [('hey', 'UserWarning', 13), ('dep', 'DeprecationWarning', 14)]
with warnings.catch_warnings():
    warnings.simplefilter('error')
    show(warnings.warn, 'boom', RuntimeWarning)
# expect: RuntimeWarning boom
show(warnings.warn, 'a', int)
# expect: TypeError category must be a Warning subclass, not 'type'
show(warnings.simplefilter, 'zz')
# expect: ValueError invalid action: 'zz'
print(warnings.formatwarning('m', UserWarning, 'f.py', 3, 'line'))
# expect: f.py:3: UserWarning: m
# expect:   line
# expect:
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('ignore')
    warnings.filterwarnings('always', message='keep')
    warnings.warn('drop')
    warnings.warn('keep me')
    print(len(log))  # expect: 1


@warnings.deprecated('old')
def olds():
    return 1


with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    olds()
    print(log[0].category.__name__, str(log[0].message))  # expect: DeprecationWarning old
