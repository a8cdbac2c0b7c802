# Iterators notice that the dict has changed.
def attempt(change, kind='keys', fresh=lambda: {n: n for n in range(5)}):
    d = fresh()
    seen = []
    try:
        for x in getattr(d, kind)():
            seen.append(x)
            if len(seen) == 3: change(d)
            if len(seen) > 12: break
        print(seen)
    except RuntimeError as e:
        print(seen, e)

attempt(lambda d: d.__setitem__(99, 1))
# expect: [0, 1, 2] dictionary changed size during iteration
attempt(lambda d: d.pop(0))
# expect: [0, 1, 2] dictionary changed size during iteration
attempt(lambda d: d.__setitem__(0, 'changed'), 'values')
# expect: [0, 1, 2, 3, 4]
attempt(lambda d: d.update({4: 'x'}), 'items')
# expect: [(0, 0), (1, 1), (2, 2), (3, 3), (4, 'x')]
attempt(lambda d: d.clear(), 'values')
# expect: [0, 1, 2] dictionary changed size during iteration
attempt(lambda d: (d.pop(0), d.__setitem__(50, 1)))
# expect: [0, 1, 2, 4, 50]
def replace_all(d):
    for key in list(d):
        d[key + 100] = d.pop(key)
d = {n: n for n in range(3)}
it = iter(d)
print(next(it), it.__length_hint__())  # expect: 0 2
d['more'] = 1
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
print(it.__length_hint__())  # expect: 0
it = reversed(d)
print(next(it), next(it))  # expect: more 2
del d['more']
try:
    next(it)
except RuntimeError as e:
    print(e)  # expect: dictionary changed size during iteration
it = iter({})
print(list(it), list(it))  # expect: [] []
it = iter({1: 2}.items())
print(list(it), it.__length_hint__(), next(it, 'end'))  # expect: [(1, 2)] 0 end
e = {1: 1, 2: 2}
try:
    for key in e:
        e[key + 10] = e.pop(key)
except RuntimeError as error:
    print(error)  # expect: dictionary keys changed during iteration
e = {n: n for n in range(8)}
for key in e: e[key] = str(key)
print(e)  # expect: {0: '0', 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6', 7: '7'}
