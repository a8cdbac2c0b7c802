import atexit


def say(*words, end='\n'):
    print(*words, end=end)


def gone():
    print('never')


atexit.register(say, 'first registered, last run')
atexit.register(gone)


@atexit.register
def decorated():
    print('decorated')
    atexit.register(say, 'registered while they run: too late')


atexit.register(say, 'with', 'arguments', end='!\n')
atexit.unregister(gone)
print(decorated.__name__)  # expect: decorated
try:
    atexit.register(5)
except TypeError as error:
    print(error)  # expect: the first argument must be callable
print('main ends')  # expect: main ends
# expect: with arguments!
# expect: decorated
# expect: first registered, last run
