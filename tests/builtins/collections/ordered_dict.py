# OrderedDict: what subclasses see, order, views, keywords, copies; taking from the front is not slow.
import copy
from collections import OrderedDict


class Log(OrderedDict):
    def __getitem__(self, key):
        print('get', key, end='; ')
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        print('set', key, value, end='; ')
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print('del', key, end='; ')
        super().__delitem__(key)

    def __contains__(self, key):
        print('in', key, end='; ')
        return super().__contains__(key)

    def keys(self):
        print('keys', end='; ')
        return super().keys()


def show(title, run):
    try:
        result = run()
    except Exception as error:
        print(title, repr(error))
    else:
        print(title, repr(result))


d = Log(a=1, b=2, c=3, d=4)
print()  # expect:
show('popitem', lambda: d.popitem())
show('popitem first', lambda: d.popitem(last=False))
show('pop', lambda: d.pop('b'))
show('pop absent', lambda: d.pop('zz'))
show('pop default', lambda: d.pop('zz', default=5))
show('setdefault', lambda: d.setdefault('q', default=6))
show('setdefault present', lambda: d.setdefault('q'))
show('move', lambda: d.move_to_end('q', last=False))
show('move absent', lambda: d.move_to_end('nope'))
show('copy', lambda: d.copy())
show('copy.copy', lambda: copy.copy(d))
show('equal', lambda: d == d.copy())
show('or', lambda: d | {'n': 1})
show('ror', lambda: {'n': 1} | d)
show('update', lambda: d.update({'q': 9}, z=1))
show('fromkeys', lambda: Log.fromkeys('xy', value=3))

o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.extra = [1]
print(o.keys(), o.values(), o.items())
print(o.keys() & {'a', 'x'}, ('a', 1) in o.items(), o.keys() == {'a', 'b', 'c'}, list(reversed(o.items())), o.keys().isdisjoint('xy'))
print(type(o.keys()).__mro__[1:])
print(copy.copy(o).extra is o.extra, copy.deepcopy(o).extra, hasattr(o.copy(), 'extra'), o.__reduce__()[:4])
o.move_to_end('a')
o.move_to_end('c', last=False)
print(o, o == {'a': 1, 'b': 2, 'c': 3}, o == OrderedDict(a=1, b=2, c=3), o != OrderedDict(c=3, b=2, a=1))
o['self'] = o
print(o)
show('pairs', lambda: OrderedDict([(1, 2, 3)]))
show('pairs', lambda: OrderedDict([(1,)]))
show('pairs', lambda: OrderedDict([()]))
show('no pairs', lambda: OrderedDict([1]))
show('two', lambda: OrderedDict([], []))
show('empty', lambda: OrderedDict().popitem())
show('union', lambda: OrderedDict() | 3)


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        if Key.change:
            Key.change -= 1
            if not Key.change:
                first.clear()
        return True


Key.change = 0
first, second = OrderedDict.fromkeys((0, Key(), 4.2)), OrderedDict.fromkeys((0, Key(), 4.2))
Key.change = 2
show('changed by ==', lambda: first == second)

for _ in range(2):
    queue = OrderedDict.fromkeys(range(30000))
    queue.move_to_end(29999, last=False)
    taken = [queue.popitem(last=False)[0] for _ in range(29990)]
    queue['new'] = 1
    print(taken[:3], taken[-1], list(queue))


class Odd(OrderedDict):
    def __new__(cls, *args):
        return 5 if args else super().__new__(cls)


odd = Odd()
show('union with what is no dict', lambda: odd | {'a': 1})
show('union of nothing', lambda: odd | {})
