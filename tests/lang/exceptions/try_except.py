def f(kind):
    try:
        if kind == 'value':
            raise ValueError('v')
        if kind == 'key':
            {}['k']
        if kind == 'zero':
            1 / 0
        result = 'no error'
    except ValueError as error:
        result = f'value {error}'
    except (KeyError, TypeError) as error:
        result = f'key or type {error!r}'
    except Exception as error:
        result = f'other {type(error).__name__}'
    else:
        result += ', else'
    finally:
        print('finally', kind)
    return result


for kind in ('value', 'key', 'zero', 'none'):
    print(f(kind))
# expect: finally value
# expect: value v
# expect: finally key
# expect: key or type KeyError('k')
# expect: finally zero
# expect: other ZeroDivisionError
# expect: finally none
# expect: no error, else
try:
    try:
        raise KeyError('inner')
    except ValueError:
        print('wrong')
except KeyError as error:
    print('outer', error)  # expect: outer 'inner'
try:
    raise ValueError
except:
    print('bare')  # expect: bare
try:
    error
except NameError as e:
    print(e)  # expect: name 'error' is not defined
