class A(Exception): pass
class B(A): pass


log = []


def kinds(name, kind):
    log.append(name)
    return kind


try:
    raise B
except kinds('first', KeyError):
    pass
except kinds('second', A):
    print('caught by A', log)  # expect: caught by A ['first', 'second']
except kinds('third', B):
    pass
try:
    try:
        raise A
    except B:
        print('never')
except A:
    print('A is no B')  # expect: A is no B
for bad in (5, 'ValueError', [ValueError], (ValueError, 5), None):
    try:
        try:
            raise KeyError('k')
        except bad:
            print('never')
    except TypeError as error:
        print(error, repr(error.__context__))
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
# expect: catching classes that do not inherit from BaseException is not allowed KeyError('k')
try:
    try:
        raise KeyError('k')
    except (A, (B, KeyError)) if False else (A, B, KeyError):
        print('tuple')  # expect: tuple
finally:
    pass
