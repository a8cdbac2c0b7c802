x = 'global'


def outer():
    x = 'outer'

    def reads():
        return x

    def rebinds():
        nonlocal x
        x = 'rebound'

    def hides():
        x = 'local'
        return x

    def reaches():
        global x
        x = 'changed global'

    print(reads(), hides(), x)
    rebinds()
    print(reads(), x)
    reaches()
    print(x)


outer()
# expect: outer local outer
# expect: rebound rebound
# expect: rebound
print(x)  # expect: changed global


def makes():
    global made
    made = 1


makes()
print(made)  # expect: 1
