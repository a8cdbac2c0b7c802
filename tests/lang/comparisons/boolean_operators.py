log = []


def t(x):
    log.append(x)
    return x


print(t(0) or t('') or t('end') or t('never'), log)  # expect: end [0, '', 'end']
log.clear()
print(t(1) and t([]) and t('never'), log)  # expect: [] [1, []]
print(not '', not 'x', not [], not 0.0, not None, not not 3)  # expect: True False True True True True
print([] or 'default', 0 and 1 / 0, 1 or 1 / 0, None or 0 or ())  # expect: default 0 1 ()
print(1 if [] else 2, (1 if 0 else 2 if 0 else 3))  # expect: 2 3


class Falsy:
    def __bool__(self):
        print('bool')
        return False


class Sized:
    def __len__(self):
        print('len')
        return 0


print(not Falsy(), not Sized(), bool(Sized()))
# expect: bool
# expect: len
# expect: len
# expect: True True False


class Wrong:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


for cls in (Wrong, Negative):
    try:
        bool(cls())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: TypeError __bool__ should return bool, returned int
# expect: ValueError __len__() should return >= 0
