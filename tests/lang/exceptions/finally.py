def order(kind):
    log = []
    for i in range(2):
        try:
            log.append(f'try{i}')
            if kind == 'return':
                return log
            if kind == 'break':
                break
            if kind == 'continue':
                continue
            if kind == 'raise':
                try:
                    1 / 0
                except ZeroDivisionError:
                    log.append('handled')
        finally:
            log.append(f'finally{i}')
    return log


for kind in ('none', 'return', 'break', 'continue', 'raise'):
    print(kind, order(kind))
# expect: none ['try0', 'finally0', 'try1', 'finally1']
# expect: return ['try0', 'finally0']
# expect: break ['try0', 'finally0']
# expect: continue ['try0', 'finally0', 'try1', 'finally1']
# expect: raise ['try0', 'handled', 'finally0', 'try1', 'handled', 'finally1']


def overrides():
    try:
        return 'try'
    finally:
        return 'finally'


def value_is_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def swallows():
    try:
        1 / 0
    finally:
        return 'swallowed'


def nested():
    try:
        try:
            return 'a'
        finally:
            print('inner')
    finally:
        print('outer')


def in_except():
    try:
        1 / 0
    except ZeroDivisionError:
        return 'except'
    finally:
        print('after except')


def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        return 'else'
    finally:
        print('after else')


print(overrides(), value_is_kept(), swallows(), nested(), in_except(), in_else())
# expect: inner
# expect: outer
# expect: after except
# expect: after else
# expect: finally 1 swallowed a except else


def replaced():
    try:
        raise ValueError('lost')
    finally:
        raise KeyError('kept')


try:
    replaced()
except KeyError as error:
    print(error, repr(error.__context__))  # expect: 'kept' ValueError('lost')
