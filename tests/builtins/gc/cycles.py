import gc


class Cy:

    def __del__(self):
        print('del')


c = Cy()
c.c = c
del c
print(gc.collect() > 0, gc.isenabled(), gc.is_tracked([]))
# expect: del
# expect: True True True
print(gc.is_tracked(1))  # expect: False
gc.disable()
print(gc.isenabled())  # expect: False
gc.enable()
l = [1]
m = [l]
print(m in gc.get_referrers(l), gc.get_referents(m) == [l])  # expect: True True
