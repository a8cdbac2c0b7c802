log = []


def t(x):
    log.append(x)
    return x


def f(*args, **kwargs):
    return log[:]


print(f(t(1), t(2), a=t(3), *[t(4)], b=t(5), **{t('c'): t(6)}))  # expect: [1, 2, 4, 3, 5, 'c', 6]
log.clear()
[t(1), (t(2), {t(3): t(4), t(5): t(6)}), t(7)]
print(log)  # expect: [1, 2, 3, 4, 5, 6, 7]
log.clear()
t(1) + t(2) * t(3) - t(4) ** t(5)
print(log)  # expect: [1, 2, 3, 4, 5]
log.clear()


def g(a=t('default a'), b: t('annotation') = t('default b')):
    pass


print(log)  # expect: ['default a', 'default b', 'annotation']
log.clear()
{t('k'): 0}[t('k')]
t([1, 2, 3])[t(0):t(2):t(1)]
print(log)  # expect: ['k', 'k', [1, 2, 3], 0, 2, 1]
log.clear()
t('yes') if t('test') else t('no')
print(log)  # expect: ['test', 'yes']
