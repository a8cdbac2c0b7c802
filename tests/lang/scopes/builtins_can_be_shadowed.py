len = lambda x: 'mine'
print(len([1]))  # expect: mine
del len
print(len([1]))  # expect: 1


def f():
    print = lambda *a: 'captured'
    return print('x')


print(f())  # expect: captured
import builtins
builtins.shout = lambda s: s.upper()
print(shout('found'))  # expect: FOUND
del builtins.shout
try:
    shout
except NameError as error:
    print(error)  # expect: name 'shout' is not defined
