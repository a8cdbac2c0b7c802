def f(a, b=1, *args, c, **kwargs):
    """Doc."""
    local = a
    return local


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__)  # expect: f f Doc. __main__ (1,) None
f.note = 'kept'
print(f.note, f.__dict__)  # expect: kept {'note': 'kept'}
code = f.__code__
print(code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, code.co_name, code.co_flags & 12)  # expect: 2 1 0 ('a', 'b', 'c', 'args', 'kwargs', 'local') f 12


class C:
    def m(self):
        def inner(): pass
        return inner, lambda: 0


print(C.m.__qualname__, C().m()[0].__qualname__, C().m()[1].__qualname__)  # expect: C.m C.m.<locals>.inner C.m.<locals>.<lambda>
f.__name__ = 'renamed'
print(f.__name__)  # expect: renamed
try:
    f.missing
except AttributeError as error:
    print(error)  # expect: 'function' object has no attribute 'missing'
print(repr(f)[:12], repr(C().m)[:23], repr(len), repr([].append)[:38])  # expect: <function f  <bound method C.m of <_ <built-in function len> <built-in method append of list object
