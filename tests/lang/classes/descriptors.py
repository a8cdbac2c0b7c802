class Descriptor:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        return f'get {self.name} {instance and "instance"} {owner.__name__}'

    def __set__(self, instance, value):
        print('set', self.name, value)

    def __delete__(self, instance):
        print('delete', self.name)


class NonData:
    def __get__(self, instance, owner):
        return 'non-data'


class C:
    d = Descriptor()
    n = NonData()
# expect: set_name C d


c = C()
print(c.d, '|', C.d)  # expect: get d instance C | get d None C
c.d = 5
# expect: set d 5
del c.d
# expect: delete d
c.__dict__['d'] = 'hidden by the data descriptor'
print(c.d)  # expect: get d instance C
print(c.n)  # expect: non-data
c.n = 'instance wins'
print(c.n, C.n)  # expect: instance wins non-data
C.d = 'replaced'
print(C.d, c.d)  # expect: replaced hidden by the data descriptor


class ReadOnly:
    def __get__(self, instance, owner):
        return 1

    def __set__(self, instance, value):
        raise AttributeError('read only')


class D:
    r = ReadOnly()


for action in (lambda: setattr(D(), 'r', 1), lambda: delattr(D(), 'r')):
    try:
        action()
    except AttributeError as error:
        print(error)
# expect: read only
# expect: __delete__
D.late = Descriptor()
try:
    D().late
except AttributeError as error:
    print(error)  # expect: 'Descriptor' object has no attribute 'name'
