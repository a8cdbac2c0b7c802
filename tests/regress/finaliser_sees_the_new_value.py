# Overwriting stores before it releases: a finaliser that looks finds the new value.
class D:
    def __del__(self):
        print('now', holder.x, table.get('k'), items)


class Holder: pass


holder, table, items = Holder(), {}, []
holder.x = D()
holder.x = 'new'
# expect: now new None []
table['k'] = D()
table['k'] = 'new'
# expect: now new new []
items[:] = [D()]
items[0] = 'new'
# expect: now new new ['new']
items.append(D())
del items[1:]
# expect: now new new ['new']
x = D()
x = 1
# expect: now new new ['new']
