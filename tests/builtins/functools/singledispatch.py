# singledispatch and singledispatchmethod.
from functools import singledispatch, singledispatchmethod
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

@singledispatch
def show(x, extra=None):
    "doc of show"
    return f'object {x!r}'
@show.register
def _(x: int, extra=None): return f'int {x}'
@show.register(list)
def of_list(x, extra=None): return f'list of {len(x)}'
@show.register(str | bytes)
def _(x, extra=None): return f'text {x!r} {extra}'
show.register(type(None), lambda x: 'none')
print(show(1.5), show(1), show(True), show([1, 2]), show('a', extra=1), show(b'b'), show(None), show.__name__, show.__doc__, of_list([1]))  # expect: object 1.5 int 1 int True list of 2 text 'a' 1 text b'b' None none show doc of show list of 1
class MyInt(int): pass
class MyList(list): pass
print(show(MyInt(5)), show(MyList()), show.dispatch(dict) is show.dispatch(object), show.dispatch(bool) is show.dispatch(int), sorted(t.__name__ for t in show.registry))  # expect: int 5 list of 0 True True ['NoneType', 'bytes', 'int', 'list', 'object', 'str']
@show.register
def _(x: MyInt): return 'mine'
print(show(MyInt(1)), show(1))  # expect: mine int 1
fails(show)
# expect: TypeError: show requires at least 1 positional argument
class Odd:
    def __repr__(self): return 'Odd()'
    def __call__(self): pass
fails(show.register, 5)
# expect: TypeError: Invalid first argument to `register()`: 5. Use either `@register(some_class)` or plain `@register` on an annotated function.
fails(show.register, Odd())
# expect: TypeError: Invalid first argument to `register()`: Odd(). Use either `@register(some_class)` or plain `@register` on an annotated function.
fails(show.register, 5, len)
# expect: TypeError: Invalid first argument to `register()`. 5 is not a class or union type.
class C:
    @singledispatchmethod
    def m(self, arg): return f'{type(self).__name__} default {arg}'
    @m.register
    def _(self, arg: int): return f'{type(self).__name__} int {arg}'
    @m.register(str)
    def _(self, arg): return f'{type(self).__name__} str {arg}'
    @singledispatchmethod
    @classmethod
    def k(cls, arg): return f'{cls.__name__} class {arg}'
    @k.register
    @classmethod
    def _(cls, arg: int): return f'{cls.__name__} class int {arg}'
class D(C): pass
print(C().m(1), D().m('s'), C().m(1.5), C.k('x'), D.k(3), C.m.__name__)  # expect: C int 1 D str s C default 1.5 C class x D class int 3 m
