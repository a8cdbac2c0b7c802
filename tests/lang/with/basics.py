class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print('exit', self.name, kind and kind.__name__, error, traceback is not None)
        return self.swallow


with Manager('a') as a:
    print('body', a)
# expect: enter a
# expect: body A
# expect: exit a None None False
with Manager('a') as a, Manager('b') as b:
    print('body', a, b)
# expect: enter a
# expect: enter b
# expect: body A B
# expect: exit b None None False
# expect: exit a None None False
with (
    Manager('p') as p,
    Manager('q'),
):
    print('body', p)
# expect: enter p
# expect: enter q
# expect: body P
# expect: exit q None None False
# expect: exit p None None False
with Manager('s', swallow=True):
    raise ValueError('lost')
# expect: enter s
# expect: exit s ValueError lost True
print('after')  # expect: after
try:
    with Manager('outer'), Manager('inner'):
        raise KeyError('kept')
except KeyError as error:
    print('caught', error)
# expect: enter outer
# expect: enter inner
# expect: exit inner KeyError 'kept' True
# expect: exit outer KeyError 'kept' True
# expect: caught 'kept'
with Manager('outer2'), Manager('inner2', swallow=True):
    1 / 0
# expect: enter outer2
# expect: enter inner2
# expect: exit inner2 ZeroDivisionError division by zero True
# expect: exit outer2 None None False
with Manager('tuple') as (x, *y):
    print(x, y)
# expect: enter tuple
# expect: T ['U', 'P', 'L', 'E']
# expect: exit tuple None None False
