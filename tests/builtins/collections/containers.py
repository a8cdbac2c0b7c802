from collections import deque, defaultdict, OrderedDict, Counter, namedtuple, ChainMap, UserDict, UserList, UserString
import collections, copy


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


d = deque([1, 2, 3])
print(d, deque('abc', 2), deque(maxlen=0))  # expect: deque([1, 2, 3]) deque(['b', 'c'], maxlen=2) deque([], maxlen=0)
print(len(d), d[0], d[-1])  # expect: 3 1 3
print(2 in d, bool(deque()))  # expect: True False
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft())  # expect: deque([1, 2, 3]) 4 0
print(d)  # expect: deque([1, 2, 3])
d.extend([5, 6])
d.extendleft([7, 8])
print(d)  # expect: deque([8, 7, 1, 2, 3, 5, 6])
d.rotate(2)
print(d)  # expect: deque([5, 6, 8, 7, 1, 2, 3])
d.rotate(-3)
print(d)  # expect: deque([7, 1, 2, 3, 5, 6, 8])
d.reverse()
print(d)  # expect: deque([8, 6, 5, 3, 2, 1, 7])
d.insert(1, 'x')
print(d)  # expect: deque([8, 'x', 6, 5, 3, 2, 1, 7])
d.remove('x')
print(d, d.index(5), d.count(5))  # expect: deque([8, 6, 5, 3, 2, 1, 7]) 2 1
del d[0]
d[0] = 'y'
print(d)  # expect: deque(['y', 5, 3, 2, 1, 7])
show(d.index, 99)
# expect: ValueError 99 is not in deque
show(d.remove, 99)
# expect: ValueError 99 is not in deque
show(deque().pop)
# expect: IndexError pop from an empty deque
show(deque().popleft)
# expect: IndexError pop from an empty deque
show(lambda: d[100])
# expect: IndexError deque index out of range
show(lambda: d['a'])
# expect: TypeError sequence index must be integer, not 'str'
show(deque, 3)
# expect: TypeError 'int' object is not iterable
show(deque, [], -1)
# expect: ValueError maxlen must be non-negative
show(deque, [], 'a')
# expect: TypeError an integer is required
show(deque, [], foo=1)
# expect: TypeError deque() got an unexpected keyword argument 'foo'
show(lambda: deque([1], 1).insert(0, 2))
# expect: IndexError deque already at its maximum size
print(d + deque([9]), deque([1, 2]) * 2, 2 * deque([1]))  # expect: deque(['y', 5, 3, 2, 1, 7, 9]) deque([1, 2, 1, 2]) deque([1, 1])
print(deque([1, 2, 3], 2) * 3)  # expect: deque([2, 3], maxlen=2)
show(lambda: d + [1])
# expect: TypeError can only concatenate deque (not "list") to deque
e = deque([1])
e += [2, 3]
e *= 2
print(e)  # expect: deque([1, 2, 3, 1, 2, 3])
print(deque([1, 2]) == deque([1, 2]), deque([1, 2]) == [1, 2], deque([1, 2]) < deque([1, 3]))  # expect: True False True
print(deque([1]) != deque([1]), deque([1, 2], 5).maxlen, deque().maxlen)  # expect: False 5 None
print(list(reversed(d)), d.copy(), copy.copy(deque([1], 3)))  # expect: [7, 1, 2, 3, 5, 'y'] deque(['y', 5, 3, 2, 1, 7]) deque([1], maxlen=3)
print(copy.deepcopy(deque([[1]], 3)))  # expect: deque([[1]], maxlen=3)


def mutate():
    x = deque([1, 2, 3])
    for i in x:
        x.append(1)


show(mutate)
# expect: RuntimeError deque mutated during iteration
x = deque([1])
x.append(x)
print(x)  # expect: deque([1, [...]])
print(deque[int])  # expect: collections.deque[int]
x.clear()
print(x)  # expect: deque([])


class D(deque):

    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.tag = 1


y = D([1, 2], 3)
print(y, y.tag, type(y.copy()))  # expect: D([1, 2], maxlen=3) 1 <class '__main__.D'>
print(y + y)  # expect: D([2, 1, 2], maxlen=3)
it = iter(deque([1, 2, 3]))
next(it)
print(it.__length_hint__(), type(it))  # expect: 2 <class 'collections._deque_iterator'>
q = deque(range(20))
q.rotate(7)
print(q)  # expect: deque([13, 14, 15, 16, 17, 18, 19, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
q.rotate(100)
print(q)  # expect: deque([13, 14, 15, 16, 17, 18, 19, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
dd = defaultdict(list)
dd['a'].append(1)
print(dd, dd['b'], dict(dd))  # expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) [] {'a': [1], 'b': []}
print(len(dd))  # expect: 2
show(lambda: defaultdict(3))
# expect: TypeError first argument must be callable or None
show(lambda: defaultdict()['x'])
# expect: KeyError 'x'
print(defaultdict(int, {'a': 1}, b=2), defaultdict(None), dd.default_factory)  # expect: defaultdict(<class 'int'>, {'a': 1, 'b': 2}) defaultdict(None, {}) <class 'list'>
print(dd.copy(), copy.copy(dd), dd | {'z': []})  # expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) defaultdict(<class 'list'>, {'a': [1], 'b': []}) defaultdict(<class 'list'>, {'a': [1], 'b': [], 'z': []})
print({'z': 1} | dd, type({} | dd))  # expect: defaultdict(<class 'list'>, {'z': 1, 'a': [1], 'b': []}) <class 'collections.defaultdict'>
dd |= {'q': [3]}
print(dd)  # expect: defaultdict(<class 'list'>, {'a': [1], 'b': [], 'q': [3]})
print('q' in dd, 'nope' in dd, dd.get('nope'))  # expect: True False None
dd.default_factory = None
show(lambda: dd['nope'])
# expect: KeyError 'nope'


class DD(defaultdict):
    pass


print(DD(int, {'a': 1}), isinstance(dd, dict), defaultdict.__mro__)  # expect: DD(<class 'int'>, {'a': 1}) True (<class 'collections.defaultdict'>, <class 'dict'>, <class 'object'>)
r = defaultdict(lambda: r)
z = defaultdict(int)
z['a'] += 1
z['a'] += 1
print(z, sorted(z.items()), repr(copy.deepcopy(z)))  # expect: defaultdict(<class 'int'>, {'a': 2}) [('a', 2)] defaultdict(<class 'int'>, {'a': 2})
print(defaultdict[str, int])  # expect: collections.defaultdict[str, int]


class NM(defaultdict):

    def __missing__(self, key):
        return 'missing ' + key


print(NM(int)['a'])  # expect: missing a
o = OrderedDict([('a', 1), ('b', 2)])
o['c'] = 3
print(o, list(o), o == {'a': 1, 'b': 2, 'c': 3})  # expect: OrderedDict({'a': 1, 'b': 2, 'c': 3}) ['a', 'b', 'c'] True
print(o == OrderedDict([('b', 2), ('a', 1), ('c', 3)]))  # expect: False
o.move_to_end('a')
print(o)  # expect: OrderedDict({'b': 2, 'c': 3, 'a': 1})
o.move_to_end('a', last=False)
print(o)  # expect: OrderedDict({'a': 1, 'b': 2, 'c': 3})
print(o.popitem(), o.popitem(last=False), o)  # expect: ('c', 3) ('a', 1) OrderedDict({'b': 2})
show(o.move_to_end, 'zz')
# expect: KeyError 'zz'
o.clear()
show(o.popitem)
# expect: KeyError 'dictionary is empty'
print(OrderedDict(), OrderedDict.fromkeys('ab', 1), list(reversed(OrderedDict(a=1, b=2))))  # expect: OrderedDict() OrderedDict({'a': 1, 'b': 1}) ['b', 'a']
print(OrderedDict(a=1) | {'b': 2}, {'b': 2} | OrderedDict(a=1), OrderedDict(a=1).copy())  # expect: OrderedDict({'a': 1, 'b': 2}) OrderedDict({'b': 2, 'a': 1}) OrderedDict({'a': 1})
print(copy.deepcopy(OrderedDict(a=[1])))  # expect: OrderedDict({'a': [1]})
o = OrderedDict(a=1)
o['self'] = o
print(o)  # expect: OrderedDict({'a': 1, 'self': ...})
show(lambda: OrderedDict(1))
# expect: TypeError 'int' object is not iterable
print(list(OrderedDict(a=1).keys()))  # expect: ['a']
c = Counter('abracadabra')
print(c, c.most_common(2), c['zz'])  # expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 0
print(sorted(c.elements()), c.total())  # expect: ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c', 'd', 'r', 'r'] 11
c.update('aaa')
c.update({'b': 5})
c.update(x=2)
print(c)  # expect: Counter({'a': 8, 'b': 7, 'r': 2, 'x': 2, 'c': 1, 'd': 1})
c.subtract('ab')
print(c)  # expect: Counter({'a': 7, 'b': 6, 'r': 2, 'x': 2, 'c': 1, 'd': 1})
print(Counter(a=1, b=2) + Counter(b=3), Counter(a=5, b=2) - Counter(a=2, b=3), Counter(a=1) | Counter(a=3, b=1))  # expect: Counter({'b': 5, 'a': 1}) Counter({'a': 3}) Counter({'a': 3, 'b': 1})
print(Counter(a=2, b=1) & Counter(a=1), +Counter(a=-1, b=1), -Counter(a=-1, b=1))  # expect: Counter({'a': 1}) Counter({'b': 1}) Counter({'a': 1})
show(Counter.fromkeys, 'a')
# expect: NotImplementedError Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
del c['nope']
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) < Counter(a=2), Counter(a=1) <= Counter(a=1))  # expect: True True True
print(Counter(), Counter(a=3).copy(), type(c.copy()))  # expect: Counter() Counter({'a': 3}) <class 'collections.Counter'>
show(Counter, 3)
# expect: TypeError 'int' object is not iterable
k = Counter(a=1)
k += Counter(b=2)
k -= Counter(a=1)
print(k, Counter([1, 1, 2]).most_common(), Counter([3, 3]).most_common(1))  # expect: Counter({'b': 2}) [(1, 2), (2, 1)] [(3, 2)]
k |= Counter(z=1)
k &= Counter(z=5)
print(k, Counter('ab') == {'a': 1, 'b': 1}, Counter(a=1) != Counter(a=2))  # expect: Counter({'z': 1}) True True
P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1])  # expect: P(x=1, y=2) 1 2
print(p._fields, p._asdict(), p._replace(x=5))  # expect: ('x', 'y') {'x': 1, 'y': 2} P(x=5, y=2)
print(P._make([3, 4]), P.__doc__, P.x.__doc__)  # expect: P(x=3, y=4) P(x, y) Alias for field number 0
print(p == (1, 2), len(p), hash(p) == hash((1, 2)))  # expect: True 2 True
print(P.__match_args__)  # expect: ('x', 'y')
show(P, 1)
# expect: TypeError P.__new__() missing 1 required positional argument: 'y'
show(P, 1, 2, 3)
# expect: TypeError P.__new__() takes 3 positional arguments but 4 were given
show(P, 1, z=2)
# expect: TypeError P.__new__() got an unexpected keyword argument 'z'
show(P._make, [1])
# expect: TypeError Expected 2 arguments, got 1
show(p._replace, q=1)
# expect: TypeError Got unexpected field names: ['q']
show(setattr, p, 'x', 1)
# expect: AttributeError can't set attribute
show(namedtuple, 'P', 'a a')
# expect: ValueError Encountered duplicate field name: 'a'
show(namedtuple, 'P', 'class')
# expect: ValueError Type names and field names cannot be a keyword: 'class'
show(namedtuple, 'P', '_a')
# expect: ValueError Field names cannot start with an underscore: '_a'
show(namedtuple, '1P', 'a')
# expect: ValueError Type names and field names must be valid identifiers: '1P'
print(namedtuple('Q', 'a b c', defaults=(2, 3))(1), namedtuple('Q', 'a def a', rename=True)._fields, namedtuple('E', '')())  # expect: Q(a=1, b=2, c=3) ('a', '_1', '_2') E()
print(P.__new__.__qualname__, P.__module__, P._field_defaults, repr(P), P.__new__, sep='|') if 0 else None


class P3(P):
    __slots__ = ()

    def norm(self):
        return self.x + self.y


print(P3(1, 2), P3(1, 2).norm(), P3(1, 2)._replace(x=9))  # expect: P3(x=1, y=2) 3 P3(x=9, y=2)
show(delattr, p, 'x')
# expect: AttributeError can't delete attribute
a, b = p
print(a, b, copy.copy(p))  # expect: 1 2 P(x=1, y=2)
print(copy.deepcopy(P([1], 2)), copy.replace(p, y=7))  # expect: P(x=[1], y=2) P(x=1, y=7)
show(namedtuple, 'P', 'x', defaults=(1, 2))
# expect: TypeError Got more default values than field names
print(P(**{'x': 1, 'y': 2}), isinstance(p, tuple))  # expect: P(x=1, y=2) True
match p:
    case P(x=1, y=q):
        print('match', q)  # expect: match 2
match p:
    case P(1, 2):
        print('pos')  # expect: pos
m = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(m, m['a'], m['b'])  # expect: ChainMap({'a': 1}, {'a': 2, 'b': 3}) 1 3
print(len(m), sorted(m), m.maps)  # expect: 2 ['a', 'b'] [{'a': 1}, {'a': 2, 'b': 3}]
print(m.parents, m.new_child({'c': 1}), 'b' in m)  # expect: ChainMap({'a': 2, 'b': 3}) ChainMap({'c': 1}, {'a': 1}, {'a': 2, 'b': 3}) True
print(m.get('z', 9), dict(m))  # expect: 9 {'a': 1, 'b': 3}
m['b'] = 10
print(m.maps)  # expect: [{'a': 1, 'b': 10}, {'a': 2, 'b': 3}]
show(lambda: m['zz'])
# expect: KeyError 'zz'
show(lambda: m.pop('zz'))
# expect: KeyError "Key not found in the first mapping: 'zz'"
show(m.__delitem__, 'q')
# expect: KeyError "Key not found in the first mapping: 'q'"
print(m | {'z': 1}, {'z': 1} | m, bool(ChainMap()))  # expect: ChainMap({'a': 1, 'b': 10, 'z': 1}, {'a': 2, 'b': 3}) ChainMap({'z': 1, 'a': 1, 'b': 10}) False
print(ChainMap.fromkeys('ab'), list(m.items()))  # expect: ChainMap({'a': None, 'b': None}) [('a', 1), ('b', 10)]
m.pop('a')
m.clear()
print(m)  # expect: ChainMap({}, {'a': 2, 'b': 3})


class U(UserDict):
    pass


u = U(a=1)
u['b'] = 2
print(u, len(u), u.data)  # expect: {'a': 1, 'b': 2} 2 {'a': 1, 'b': 2}
print(u.get('c'), 'a' in u, u | {'c': 3})  # expect: None True {'a': 1, 'b': 2, 'c': 3}
print(dict(u), u.pop('a'), u.copy())  # expect: {'a': 1, 'b': 2} 1 {'b': 2}
print(isinstance(u, dict))  # expect: False
show(lambda: u['zz'])
# expect: KeyError 'zz'
l = UserList([1, 2])
l.append(3)
print(l, l[0], l[:2])  # expect: [1, 2, 3] 1 [1, 2]
print(type(l[:2]), l + [4], [0] + l)  # expect: <class 'collections.UserList'> [1, 2, 3, 4] [0, 1, 2, 3]
print(l * 2, l == [1, 2, 3], l.index(2))  # expect: [1, 2, 3, 1, 2, 3] True 1
print(2 in l, len(l), sorted(l, reverse=True))  # expect: True 3 [3, 2, 1]
l.sort(reverse=True)
l.extend([1])
print(l, l.count(1))  # expect: [3, 2, 1, 1] 2
s = UserString('abc')
print(s, s.upper(), type(s.upper()))  # expect: abc ABC <class 'collections.UserString'>
print(s + 'd', 'x' + s, s[0])  # expect: abcd xabc a
print(s * 2, 'b' in s, s == 'abc')  # expect: abcabc True True
print(s.find('c'), s.split('b'), len(s))  # expect: 2 ['a', 'c'] 3
print(hash(s) == hash('abc'), s % (), s.join(['1', '2']))  # expect: True abc 1abc2
print(repr(s))  # expect: 'abc'
