def f():
    for i in range(3):
        try:
            print('try', i)
            if i == 1:
                break
            continue
        finally:
            print('finally', i)
    return i


print(f())
# expect: try 0
# expect: finally 0
# expect: try 1
# expect: finally 1
# expect: 1


def g():
    while True:
        try:
            return 'try'
        finally:
            break
    return 'after'


print(g())  # expect: after


def h():
    for i in range(2):
        try:
            1 / 0
        finally:
            continue
    return 'swallowed'


print(h())  # expect: swallowed
