# The registry of extension codes, and what the functions refuse.
import copyreg


def shown(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


shown(copyreg.pickle, int, 5)  # expect: TypeError reduction functions must be callable
shown(copyreg.constructor, 5)  # expect: TypeError constructors must be callable
shown(copyreg.constructor, int)  # expect: None
shown(copyreg.add_extension, 'm', 'n', 0)  # expect: ValueError code out of range
shown(copyreg.add_extension, 'm', 'n', 0x80000000)  # expect: ValueError code out of range
shown(copyreg.add_extension, 'm', 'n', 240)  # expect: None
shown(copyreg.add_extension, 'm', 'n', 240)  # expect: None
shown(copyreg.add_extension, 'm', 'n', 241)  # expect: ValueError key ('m', 'n') is already registered with code 240
shown(copyreg.add_extension, 'm', 'o', 240)  # expect: ValueError code 240 is already in use for key ('m', 'n')
shown(copyreg.remove_extension, 'm', 'o', 240)  # expect: ValueError key ('m', 'o') is not registered with code 240
shown(copyreg.remove_extension, 'm', 'n', 240)  # expect: None
shown(copyreg.remove_extension, 'm', 'n', 240)  # expect: ValueError key ('m', 'n') is not registered with code 240


class Slots:
    __slots__ = 'a', '__b', '__c__', '__dict__'


class _Under(Slots):
    __slots__ = '__d'


print(copyreg._slotnames(_Under))  # expect: ['_Under__d', 'a', '_Slots__b', '__c__']
print(copyreg.__newobj__(list, 1), copyreg.__newobj_ex__(tuple, ([1],), {}), copyreg._reconstructor(list, list, [1, 2]), type(copyreg._reconstructor(_Under, object, None)).__name__)
# expect: [] (1,) [1, 2] _Under


class Numbers(list):
    pass


numbers = Numbers([1, 2])
print(numbers.__reduce_ex__(1) == (copyreg._reconstructor, (Numbers, list, [1, 2])))  # expect: True
numbers.name = 'x'
print(numbers.__reduce_ex__(0) == (copyreg._reconstructor, (Numbers, list, [1, 2]), {'name': 'x'}))  # expect: True
shown(Slots().__reduce_ex__, 1)  # expect: TypeError a class that defines __slots__ without defining __getstate__ cannot be pickled
print(copyreg.dispatch_table[complex](1 + 2j), copyreg.dispatch_table[type(int | str)](int | str)[1][1])
# expect: (<class 'complex'>, (1.0, 2.0)) (<class 'int'>, <class 'str'>)
