# lru_cache and cache.
from functools import *
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

@lru_cache(maxsize=3)
def f(x, y=0):
    print('computing', x, y)
    return x * 10 + y
for args in ((1,), (2,), (1,), (3,), (4,), (2,), (1,), (3,), (3, 0)): f(*args)
# expect: computing 1 0
# expect: computing 2 0
# expect: computing 3 0
# expect: computing 4 0
# expect: computing 2 0
# expect: computing 1 0
# expect: computing 3 0
# expect: computing 3 0
f(x=1); f(1, y=0); f(x=1)
# expect: computing 1 0
# expect: computing 1 0
print(f.cache_info(), f.cache_info().hits, f.cache_parameters(), f.__name__, f.__wrapped__(9))
# expect: computing 9 0
# expect: CacheInfo(hits=2, misses=10, maxsize=3, currsize=3) 2 {'maxsize': 3, 'typed': False} f 90
f.cache_clear()
print(f.cache_info(), f(1))
# expect: computing 1 0
# expect: CacheInfo(hits=0, misses=0, maxsize=3, currsize=0) 10
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info())  # expect: 2880067194370816120 CacheInfo(hits=88, misses=91, maxsize=None, currsize=91)
@lru_cache
def plain(x): return x
plain(1); plain(1.0); plain(True); plain('1')
print(plain.cache_info())  # expect: CacheInfo(hits=1, misses=3, maxsize=128, currsize=3)
@lru_cache(typed=True)
def typed(x): return type(x).__name__
print(typed(1), typed(1.0), typed(True), typed(1), typed.cache_info())  # expect: int float bool int CacheInfo(hits=1, misses=3, maxsize=128, currsize=3)
@lru_cache(maxsize=0)
def never(x): return x
never(1); never(1)
print(never.cache_info())  # expect: CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)
@lru_cache(maxsize=-5)
def negative(x): return x
print(negative(1), negative.cache_parameters(), negative.cache_info())  # expect: 1 {'maxsize': 0, 'typed': False} CacheInfo(hits=0, misses=1, maxsize=0, currsize=0)
@lru_cache(None)
def unbounded(*args, **named): return len(args) + len(named)
print(unbounded(), unbounded(1, 2), unbounded(a=1), unbounded((1, 2)), unbounded.cache_info())  # expect: 0 2 1 1 CacheInfo(hits=0, misses=4, maxsize=None, currsize=4)
fails(plain, [])
# expect: TypeError: unhashable type: 'list'
fails(lru_cache, 1.5)
# expect: TypeError: Expected first argument to be an integer, a callable, or None
fails(lru_cache(None), 5)
# expect: TypeError: the first argument must be callable
@lru_cache(maxsize=2)
def raising(x):
    print('called', x)
    raise KeyError(x)
fails(raising, 1)
# expect: called 1
# expect: KeyError: 1
fails(raising, 1)
# expect: called 1
# expect: KeyError: 1
print(raising.cache_info())  # expect: CacheInfo(hits=0, misses=2, maxsize=2, currsize=0)
class M:
    def __init__(self, n): self.n = n
    @lru_cache
    def method(self, x):
        print('method', self.n, x)
        return self.n + x
    @staticmethod
    @cache
    def static(x): return x * 2
a, b = M(1), M(2)
print(a.method(1), a.method(1), b.method(1), M.method.cache_info(), M.static(4), a.static(4), a.static.cache_info())
# expect: method 1 1
# expect: method 2 1
# expect: 2 2 3 CacheInfo(hits=1, misses=2, maxsize=128, currsize=2) 8 8 CacheInfo(hits=1, misses=1, maxsize=None, currsize=1)
@lru_cache(maxsize=100)
def many(n): return n
for i in range(1000): many(i % 150)
print(many.cache_info())  # expect: CacheInfo(hits=0, misses=1000, maxsize=100, currsize=100)
for i in range(1000): many(i % 90)
print(many.cache_info())  # expect: CacheInfo(hits=1000, misses=1000, maxsize=100, currsize=100)
print(list(f.cache_info()), f.cache_info()._asdict(), f.cache_info() == (0, 1, 3, 1))  # expect: [0, 1, 3, 1] {'hits': 0, 'misses': 1, 'maxsize': 3, 'currsize': 1} True
@lru_cache(maxsize=2)
def recursive(n): return 0 if n == 0 else 1 + recursive(n - 1)
print(recursive(50), recursive.cache_info())  # expect: 50 CacheInfo(hits=0, misses=51, maxsize=2, currsize=2)
