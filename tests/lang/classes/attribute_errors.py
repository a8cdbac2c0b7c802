class C:
    attribute = 1

    def method(self): pass


def attempt(action):
    try:
        action()
    except AttributeError as error:
        print(error)


c = C()
attempt(lambda: c.missing)
# expect: 'C' object has no attribute 'missing'
attempt(lambda: C.missing)
# expect: type object 'C' has no attribute 'missing'
attempt(lambda: c.atribute)
# expect: 'C' object has no attribute 'atribute'
attempt(lambda: None.x)
# expect: 'NoneType' object has no attribute 'x'
attempt(lambda: (5).real_part)
# expect: 'int' object has no attribute 'real_part'
attempt(lambda: 'abc'.uper())
# expect: 'str' object has no attribute 'uper'
attempt(lambda: [].push(1))
# expect: 'list' object has no attribute 'push'
attempt(lambda: delattr(c, 'attribute'))
# expect: 'C' object has no attribute 'attribute'
attempt(lambda: delattr(c, 'missing'))
# expect: 'C' object has no attribute 'missing'
attempt(lambda: setattr(5, 'x', 1))
# expect: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
attempt(lambda: setattr('a', 'x', 1))
# expect: 'str' object has no attribute 'x' and no __dict__ for setting new attributes
attempt(lambda: setattr(object(), 'x', 1))
# expect: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
attempt(lambda: setattr('a', 'upper', 1))
# expect: 'str' object attribute 'upper' is read-only
attempt(lambda: c.method.nope)
# expect: 'function' object has no attribute 'nope'
attempt(lambda: len.nope)
# expect: 'builtin_function_or_method' object has no attribute 'nope'
attempt(lambda: type.nope)
# expect: type object 'type' has no attribute 'nope'
attempt(lambda: setattr(c.method, 'x', 1))
# expect: 'method' object has no attribute 'x' and no __dict__ for setting new attributes
import math
attempt(lambda: math.nope)
# expect: module 'math' has no attribute 'nope'
try:
    c.missing
except AttributeError as error:
    print(error.name, error.obj is c)  # expect: missing True
try:
    setattr(int, 'x', 1)
except TypeError as error:
    print(error)  # expect: cannot set 'x' attribute of immutable type 'int'
try:
    setattr(c, 5, 1)
except TypeError as error:
    print(error)  # expect: attribute name must be string, not 'int'
