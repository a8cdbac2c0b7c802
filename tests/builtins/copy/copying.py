import copy


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


class A:

    def __init__(self):
        self.l = [1]
        self.me = self


a = A()
b = copy.copy(a)
c = copy.deepcopy(a)
print(b.l is a.l, c.l is a.l, c.l)  # expect: True False [1]
print(c.me is c)  # expect: True
x = [1]
x.append(x)
y = copy.deepcopy(x)
print(y[1] is y)  # expect: True
tup = (1, [2])
print(copy.deepcopy(tup), copy.deepcopy((1, 2)), copy.copy({1: [2]}))  # expect: (1, [2]) (1, 2) {1: [2]}
print(copy.deepcopy({1: {2}}), copy.copy(bytearray(b'a')), copy.copy(range(3)))  # expect: {1: {2}} bytearray(b'a') range(0, 3)
print(copy.deepcopy(len) is len)  # expect: True


class Sl:
    __slots__ = ('a', 'b')


s = Sl()
s.a = [1]
s2 = copy.copy(s)
s3 = copy.deepcopy(s)
print(s2.a is s.a, s3.a, hasattr(s3, 'b'))  # expect: True [1] False


class Cu:

    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, m):
        return 'deep'


print(copy.copy(Cu()), copy.deepcopy(Cu()), copy.deepcopy([Cu()]))  # expect: copied deep ['deep']


class Red:

    def __reduce__(self):
        return (list, ((1, 2),))


print(copy.copy(Red()))  # expect: [1, 2]
class_ = type('K', (list,), {})
k = class_([1, 2])
k.z = 5
k2 = copy.deepcopy(k)
print(k2, k2.z, type(k2).__name__)  # expect: [1, 2] 5 K
show(copy.copy, (i for i in []))
# expect: TypeError cannot pickle 'generator' object
show(copy.replace, 3)
# expect: TypeError replace() does not support int objects


class St:

    def __getstate__(self):
        return {'x': 1}

    def __setstate__(self, s):
        self.s = s


print(copy.copy(St()).s)  # expect: {'x': 1}
print(copy.deepcopy(ValueError('a', 1)).args, copy.copy(a.__init__).__self__ is a)  # expect: ('a', 1) True
