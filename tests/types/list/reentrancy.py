# Lists that change while a method of theirs runs Python code.
class Clears:
    def __init__(self, target): self.target = target
    def __eq__(self, other):
        self.target.clear()
        return False
    __hash__ = None

for method in ('index', 'count', 'remove', '__contains__'):
    a = []
    a.extend([Clears(a) for _ in range(20)])
    try:
        print(method, getattr(a, method)(1), a)
    except ValueError as e:
        print(method, type(e).__name__, str(e)[:30], a)
# expect: index ValueError 1 is not in list []
# expect: count 0 []
# expect: remove ValueError list.remove(x): x not in list []
# expect: __contains__ False []

class Shortens:
    def __init__(self, target): self.target = target
    def __eq__(self, other):
        del self.target[1:]
        return True
a = []
a.extend([Shortens(a) for _ in range(5)])
b = [object() for _ in range(5)]
print(a == b, len(a))  # expect: False 1

class Dies:
    def __del__(self):
        print('dies with', len(where))
where = [Dies(), 1, 2]
where[0] = 5
# expect: dies with 3
where = [Dies(), Dies(), 3]
where[0:2] = [1]
# expect: dies with 2
# expect: dies with 2
where = [0, Dies()]
where.clear()
# expect: dies with 0
where = [Dies(), 1]
where.pop(0)
# expect: dies with 1
where = [1, Dies()]
del where[::-1]
# expect: dies with 0

def gives(n):
    for i in range(n):
        yield i
        target.clear()
target = [1, 2, 3]
target.extend(gives(4))
print(target)  # expect: []
target = [1, 2, 3]
target[1:2] = gives(3)
print(target)  # expect: [0, 1, 2]

class Repr:
    def __repr__(self):
        target.clear()
        return 'R'
target = [Repr(), Repr(), Repr()]
print(target)  # expect: [R]

class Hint:
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self):
        target.append('hint')
        return 10
target = []
target.extend(Hint())
print(target)  # expect: ['hint', 1, 2]
for size in (-1, 'x'):
    class Bad:
        def __iter__(self): return iter(())
        def __length_hint__(self): return size
    try:
        print(list(Bad()))
    except Exception as e:
        print(type(e).__name__, e)
# expect: ValueError __length_hint__() should return >= 0
# expect: TypeError __length_hint__ must be an integer, not str
