try:
    1 / 0
except ZeroDivisionError as error:
    kept = error
try:
    error
except NameError as e:
    print(e)  # expect: name 'error' is not defined
print(kept)  # expect: division by zero


def f():
    x = 'before'
    try:
        raise ValueError('v')
    except ValueError as x:
        print(x)
    try:
        return x
    except UnboundLocalError as e:
        return str(e)


print(f())
# expect: v
# expect: cannot access local variable 'x' where it is not associated with a value
for i in range(2):
    try:
        raise KeyError(i)
    except KeyError as k:
        del k
print('no error from deleting it twice')  # expect: no error from deleting it twice


def g():
    try:
        raise ValueError('in closure')
    except ValueError as e:
        return (lambda: e)


try:
    g()()
except NameError as error:
    print(error)  # expect: cannot access free variable 'e' where it is not associated with a value in enclosing scope
