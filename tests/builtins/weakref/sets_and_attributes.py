# __weakref__ is the newest reference; sets of weak references have the methods of sets.
import copy
import weakref


class A:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a, b, c = A('a'), A('b'), A('c')
print(a.__weakref__)  # expect: None
reference = weakref.ref(a)
print(a.__weakref__ is reference, copy.copy(reference) is reference, copy.deepcopy([reference])[0] is reference)  # expect: True True True


def shown(found):
    return sorted(map(repr, found))


first, second = weakref.WeakSet([a, b]), weakref.WeakSet([b, c])
print(shown(first & second), shown(first | second), shown(first ^ second), shown(first - second), first.isdisjoint(second))  # expect: ['b'] ['a', 'b', 'c'] ['a', 'c'] ['a'] False
first.intersection_update(second)
print(shown(first))  # expect: ['b']
first.symmetric_difference_update([a, b])
print(shown(first))  # expect: ['a']
del a
print(shown(first))  # expect: []
keys = weakref.WeakKeyDictionary({b: 1})
merged = {c: 2} | keys
print(type(merged).__name__, sorted(merged.values()), sorted((keys | {c: 3}).values()))  # expect: WeakKeyDictionary [1, 2] [1, 3]
