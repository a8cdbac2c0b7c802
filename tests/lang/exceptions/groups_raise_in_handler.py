try:
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError as e:
        raise RuntimeError('from handler')
    except* KeyError:
        raise
except ExceptionGroup as group:
    print(group, [type(e).__name__ for e in group.exceptions])  # expect:  (2 sub-exceptions) ['RuntimeError', 'ExceptionGroup']


def f():
    for i in range(3):
        try:
            raise ExceptionGroup('x', [ValueError(i)])
        except* ValueError as e:
            print(e.exceptions[0])
    return 'done'


print(f())
# expect: 0
# expect: 1
# expect: 2
# expect: done
