# Imports, and modules that keep state.
import copy
import functools
import gc
import json
import re
import weakref

assert json.loads(json.dumps({'a': [1, 2.5, None, {'b': 'é'}], 'c': True}, indent=1, sort_keys=True))
pattern = re.compile(r'(?P<key>\w+)\s*=\s*("[^"]*"|\d+)')
assert pattern.sub(lambda match: match['key'].upper(), 'one = 1, two = "2"') and pattern.findall('a=1 b=2') and re.split(r'\W+', 'a b,c')


@functools.lru_cache(maxsize=4)
def fibonacci(n): return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@functools.singledispatch
def describe(value): return 'object'
@describe.register
def _(value: int): return 'int'


class Node:
    def __init__(self): self.me, self.data = self, [1, {'k': (2,)}]


fibonacci(15), functools.partial(fibonacci, 5)(), describe(1), functools.reduce(lambda a, b: a + b, range(10))
node = Node()
reference, seen = weakref.ref(node), []
weakref.finalize(node, seen.append, 1)
other = copy.deepcopy(node)
assert other.me is other
del node
gc.collect()
assert reference() is None and seen == [1]
space = {}
exec('def f(a, *b, c=1, **d):\n    return [x for x in b if x] + [a, c, d]\nclass C:\n    y: int = f(1, 2, k=3)\n', space)
assert space['C'].y and eval('[*map(abs, (-1, 2))]') == [1, 2] and compile('x = 1', 'n', 'exec').co_names
