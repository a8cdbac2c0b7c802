def numbers(n):
    print('start')
    for i in range(n):
        yield i
    print('end')
    return 'result'


g = numbers(2)
print(type(g).__name__, iter(g) is g)  # expect: generator True
print(next(g))
# expect: start
# expect: 0
print(next(g))  # expect: 1
try:
    next(g)
except StopIteration as stop:
    print('stopped', stop.value)
# expect: end
# expect: stopped result
print(next(g, 'default'), list(g))  # expect: default []
for x in numbers(1):
    print(x)
# expect: start
# expect: 0
# expect: end


def empty():
    return
    yield


print(list(empty()), [*numbers(0)])
# expect: start
# expect: end
# expect: [] []
