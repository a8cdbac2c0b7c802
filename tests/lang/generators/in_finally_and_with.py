class Manager:
    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, *error):
        print('exit', error[0] and error[0].__name__)


def g():
    with Manager():
        yield 1
        yield 2


for x in g():
    print(x)
    break
# expect: enter
# expect: 1
# expect: exit GeneratorExit
x = g()
next(x)
# expect: enter
x.close()
# expect: exit GeneratorExit
x = g()
next(x)
# expect: enter
try:
    x.throw(KeyError)
except KeyError:
    print('key error')
# expect: exit KeyError
# expect: key error


def h():
    try:
        yield 'body'
    finally:
        yield 'in finally'


print(list(h()))  # expect: ['body', 'in finally']


def nested():
    for i in range(2):
        try:
            yield i
        except ValueError:
            print('skip', i)
            continue
        yield f'after {i}'


n = nested()
print(next(n), n.throw(ValueError), next(n), list(n))
# expect: skip 0
# expect: 0 1 after 1 []
