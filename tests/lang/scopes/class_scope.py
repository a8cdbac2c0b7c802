x = 'module'


class C:
    x = 'class'
    seen = x

    def method(self):
        return x

    copies = [x for _ in range(2)]
    first = [y for y in [x, x]]
    nested = (lambda: x)()


print(C.seen, C().method(), C.copies, C.first, C.nested)  # expect: class module ['module', 'module'] ['class', 'class'] module


def f():
    x = 'function'

    class D:
        inside = x

        def g(self):
            return x

    class E:
        x = x if False else 'own'

    return D.inside, D().g(), E.x


print(f())  # expect: ('function', 'function', 'own')


class Late:
    try:
        print(later)
    except NameError as error:
        print(error)  # expect: name 'later' is not defined
    later = 1
    print(later)  # expect: 1
