# Keys whose __eq__ and __hash__ change the dict they are in.
class Key:
    def __init__(self, name, h, act=None): self.name, self.h, self.act = name, h, act
    def __hash__(self): return self.h
    def __eq__(self, other):
        if self.act: self.act()
        return isinstance(other, Key) and self.name == other.name
    def __repr__(self): return f'Key({self.name})'

for count in (3, 30):
    for act in (lambda: d.clear(), lambda: d.update({n: n for n in range(100)}), lambda: d.pop('x', None), lambda: d.__setitem__('x', 1)):
        d = {}
        for n in range(count): d[n] = n
        d['x'] = 'x'
        once = [True]
        def act_once():
            if once: once.pop(); act()
        first = Key('a', 7)
        d[first] = 'first'
        first.act = act_once
        results = [d.get(Key('b', 7))]
        once.append(True)
        results.append(d.get(Key('a', 7), 'gone'))
        once.append(True)
        d[Key('c', 7)] = 'c'
        print(results, len(d))
# expect: [None, 'gone'] 1
# expect: [None, 'first'] 103
# expect: [None, 'first'] 5
# expect: [None, 'first'] 6
# expect: [None, 'gone'] 1
# expect: [None, 'first'] 103
# expect: [None, 'first'] 32
# expect: [None, 'first'] 33

class Bad:
    def __hash__(self): raise ValueError('no hash')
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError('no eq')
for f in (lambda: {Bad(): 1}, lambda: {}.get(Bad()), lambda: {BadEq(): 1}.get(BadEq()), lambda: {BadEq(): 1, 1: 2}, lambda: {1: 1}.get(BadEq()), lambda: {Bad(), 1}):
    try:
        print('no error', f())
    except ValueError as e:
        print(e)
# expect: no hash
# expect: no hash
# expect: no eq
# expect: no eq
# expect: no eq
# expect: no hash

class Dies:
    def __init__(self, name): self.name = name
    def __del__(self): print(self.name, 'dies', len(e))
e = {1: Dies('value')}
e[1] = 2
# expect: value dies 1
e[2] = Dies('popped')
e.pop(2)
# expect: popped dies 1
e[3] = Dies('deleted')
del e[3]
# expect: deleted dies 1
e[4] = Dies('cleared')
e.clear()
# expect: cleared dies 0
e = {Dies('key'): 1}
e.popitem()
# expect: key dies 0

class Evil(dict):
    def __iter__(self): return iter(['only'])
    def keys(self): return ['only']
print({**Evil(a=1, only=2)}, dict(Evil(a=1, only=2)), list(Evil(a=1)))  # expect: {'only': 2} {'only': 2} ['only']

class SameHash:
    def __init__(self, n): self.n = n
    def __hash__(self): return 42
    def __eq__(self, other): return self.n == other.n
many = {SameHash(n): n for n in range(200)}
print(len(many), many[SameHash(150)], many.pop(SameHash(0)), SameHash(0) in many)  # expect: 200 150 0 False
other = {1: 'a'}
class Mutates:
    def __hash__(self): return 1
    def __eq__(self, o):
        other[len(other) + 10] = 1
        return False
try:
    {Mutates(): 1}.update(other)
    print('updated')
except RuntimeError as error:
    print(error)  # expect: dict mutated during update
