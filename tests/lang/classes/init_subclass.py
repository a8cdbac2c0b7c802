class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.registry[key or cls.__name__] = cls
        print('subclass', cls.__name__, key)


class A(Plugin): pass
# expect: subclass A None
class B(Plugin, key='bee'): pass
# expect: subclass B bee
class C(A, key='see'): pass
# expect: subclass C see


print(sorted(Plugin.registry))  # expect: ['A', 'bee', 'see']
for make in (lambda: type('D', (Plugin,), {}, wrong=1), lambda: type('E', (), {}, x=1)):
    try:
        make()
    except TypeError as error:
        print(error)
# expect: D.__init_subclass__() takes no keyword arguments
# expect: E.__init_subclass__() takes no keyword arguments


class Typed:
    def __set_name__(self, owner, name):
        print('set_name before init_subclass', owner.__name__, name)


class F(Plugin):
    t = Typed()
# expect: set_name before init_subclass F t
# expect: subclass F None


class Broken:
    def __set_name__(self, owner, name):
        1 / 0


try:
    class G:
        attribute = Broken()
except ZeroDivisionError as error:
    print(error, error.__notes__)  # expect: division by zero ["Error calling __set_name__ on 'Broken' instance 'attribute' in 'G'"]
