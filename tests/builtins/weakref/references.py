import weakref


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


class W:
    pass


w = W()
r = weakref.ref(w)
del w
w = W()
d = weakref.WeakValueDictionary(a=w)
kd = weakref.WeakKeyDictionary({w: 1})
ws = weakref.WeakSet([w])
print(len(d), len(kd), len(ws))  # expect: 1 1 1
print(d['a'] is w, kd[w], w in ws)  # expect: True 1 True
print(list(d.items())[0][0])  # expect: a
f = weakref.finalize(w, print, 'finalized')
print(f.alive)  # expect: True
p = weakref.proxy(w)
p.z = 5
print(w.z, weakref.getweakrefcount(w) > 0)  # expect: 5 True
del w  # expect: finalized
print(len(d), len(kd), len(ws))  # expect: 0 0 0
print(f.alive)  # expect: False
show(lambda: p.z)
# expect: ReferenceError weakly-referenced object no longer exists
show(weakref.ref, 3)
# expect: TypeError cannot create weak reference to 'int' object
show(lambda: d['a'])
# expect: KeyError 'a'


class M:

    def m(self):
        return 'm'


mm = M()
wm = weakref.WeakMethod(mm.m)
print(wm()(), wm == weakref.WeakMethod(mm.m))  # expect: m True
del mm
print(wm())  # expect: None
