import functools
import operator
import sys


def by_sort(n):
    return sorted([1, 2], key=lambda x: by_sort(n + 1))


def by_map(n):
    return list(map(by_map, [n + 1]))


def by_call(n):
    return by_call.__call__(n + 1)


class ByRepr:
    def __repr__(self): return repr([self])


class ByHash:
    def __hash__(self): return hash((self,))


class ByLen:
    def __len__(self): return len(self)


class ByGetattr:
    def __getattr__(self, name): return getattr(self, name)


class ByIter:
    def __iter__(self): return iter(self)


class ByAdd:
    def __add__(self, other): return self + other
    def __radd__(self, other): return other + self


class ByStr:
    def __str__(self): return f'{self}'


class ByBool:
    def __bool__(self): return not self


class ByIndex:
    def __index__(self): return operator.index(self)


class ByCall:
    pass


ByCall.__call__ = ByCall()


class ByProperty:
    @property
    def p(self): return self.p


class ByNew:
    def __new__(cls): return cls()


class ByContains:
    def __contains__(self, x): return x in self


class ByInstance(type):
    def __instancecheck__(cls, x): return isinstance(x, cls)


class Checked(metaclass=ByInstance): pass


p = functools.partial(lambda f: f(f))
for action in (lambda: by_sort(0), lambda: by_map(0), lambda: by_call(0), lambda: repr(ByRepr()), lambda: hash(ByHash()), lambda: len(ByLen()), lambda: ByGetattr().x, lambda: iter(ByIter()),
               lambda: ByAdd() + 1, lambda: 1 + ByAdd(), lambda: str(ByStr()), lambda: bool(ByBool()), lambda: [1][ByIndex()], lambda: ByCall()(), lambda: ByProperty().p, lambda: ByNew(),
               lambda: 1 in ByContains(), lambda: isinstance(1, Checked), lambda: p(p), lambda: eval('f()', {'f': lambda: eval('f()', globals() | {'f': by_call.__get__(0)})}),
               lambda: functools.reduce(lambda a, b: by_sort(0), [1, 2])):
    try:
        action()
        print('returned')
    except RecursionError as error:
        print('RecursionError')
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
# expect: RecursionError
