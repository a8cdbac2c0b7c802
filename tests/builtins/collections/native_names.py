# Types of modules that are not written in Python: their names in error texts have the module, __name__ and repr() of instances do not.
import array
import collections
import functools
import operator
import struct
import types


def show(action):
    try:
        print(action())
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


deque = collections.deque
d = deque()
show(lambda: operator.itemgetter(1))  # expect: operator.itemgetter(1)
show(lambda: functools.partial(len))  # expect: functools.partial(<built-in function len>)
show(lambda: deque([1]))  # expect: deque([1])
show(lambda: array.array('i', [1]))  # expect: array('i', [1])
show(lambda: type('A', (array.array,), {})('i', [1]))  # expect: A('i', [1])
show(lambda: collections.defaultdict(int, {1: 2}))  # expect: defaultdict(<class 'int'>, {1: 2})
show(lambda: struct.Struct('i'))  # expect: Struct('i')
show(lambda: struct.error('x'))  # expect: x
show(lambda: types.SimpleNamespace(a=1))  # expect: namespace(a=1)
show(lambda: (deque.__name__, deque.__qualname__, deque.__module__, deque.__dict__['__module__'], repr(deque)))  # expect: ('deque', 'deque', 'collections', 'collections', "<class 'collections.deque'>")
show(lambda: ('__module__' in types.GenericAlias.__dict__, types.GenericAlias.__module__, types.GenericAlias.__name__))  # expect: (False, 'types', 'GenericAlias')
show(lambda: array.array.append())  # expect: TypeError: unbound method array.append() needs an argument
show(lambda: array.array('i').append())  # expect: TypeError: array.append() takes exactly one argument (0 given)
show(lambda: array.array('i').foo)  # expect: AttributeError: 'array.array' object has no attribute 'foo'
show(lambda: array.array.foo)  # expect: AttributeError: type object 'array.array' has no attribute 'foo'
show(lambda: array.array.append(3, 4))  # expect: TypeError: descriptor 'append' for 'array.array' objects doesn't apply to a 'int' object
show(lambda: setattr(array.array, 'foo', 1))  # expect: TypeError: cannot set 'foo' attribute of immutable type 'array.array'
show(lambda: types.UnionType())  # expect: TypeError: cannot create 'types.UnionType' instances
show(lambda: (deque.append, deque.__len__, deque.maxlen, array.array.fromlist))  # expect: (<method 'append' of 'collections.deque' objects>, <slot wrapper '__len__' of 'collections.deque' objects>, <attribute 'maxlen' of 'collections.deque' objects>, <method 'fromlist' of 'array.array' objects>)
show(lambda: (repr(d.append).split(' at ')[0], repr(d.__len__).split(' at ')[0]))  # expect: ('<built-in method append of collections.deque object', "<method-wrapper '__len__' of collections.deque object")
show(lambda: deque.append(1))  # expect: TypeError: descriptor 'append' for 'collections.deque' objects doesn't apply to a 'int' object
show(lambda: deque.__len__(1))  # expect: TypeError: descriptor '__len__' requires a 'collections.deque' object but received a 'int'
show(lambda: deque.__len__())  # expect: TypeError: descriptor '__len__' of 'collections.deque' object needs an argument
show(lambda: deque.maxlen.__get__(1))  # expect: TypeError: descriptor 'maxlen' for 'collections.deque' objects doesn't apply to a 'int' object
show(lambda: deque.__new__(int))  # expect: TypeError: collections.deque.__new__(int): int is not a subtype of collections.deque
show(lambda: type('D', (deque, array.array), {}))  # expect: TypeError: multiple bases have instance lay-out conflict
show(lambda: type('D', (deque, deque), {}))  # expect: TypeError: duplicate base class deque
show(lambda: types.SimpleNamespace(1, 2))  # expect: TypeError: SimpleNamespace expected at most 1 argument, got 2
show(lambda: setattr(d, 'x', 1))  # expect: AttributeError: 'collections.deque' object has no attribute 'x' and no __dict__ for setting new attributes
show(lambda: setattr(d, 'maxlen', 1))  # expect: AttributeError: attribute 'maxlen' of 'collections.deque' objects is not writable
show(lambda: delattr(d, 'maxlen'))  # expect: AttributeError: attribute 'maxlen' of 'collections.deque' objects is not writable
show(lambda: d < 1)  # expect: TypeError: '<' not supported between instances of 'collections.deque' and 'int'
show(lambda: d + 1)  # expect: TypeError: can only concatenate deque (not "int") to deque
show(lambda: d())  # expect: TypeError: 'collections.deque' object is not callable
show(lambda: hash(d))  # expect: TypeError: unhashable type: 'collections.deque'
show(lambda: len(int | str))  # expect: TypeError: object of type 'types.UnionType' has no len()
show(lambda: (int | str).x)  # expect: AttributeError: 'types.UnionType' object has no attribute 'x'
show(lambda: {}[d])  # expect: TypeError: unhashable type: 'collections.deque'
show(lambda: int(d))  # expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'collections.deque'
show(lambda: ''.join([d]))  # expect: TypeError: sequence item 0: expected str instance, collections.deque found
show(lambda: [] + d)  # expect: TypeError: can only concatenate list (not "collections.deque") to list
show(lambda: d.rotate(d))  # expect: TypeError: 'collections.deque' object cannot be interpreted as an integer
show(lambda: deque(5))  # expect: TypeError: 'int' object is not iterable
show(lambda: deque(1, 2, 3))  # expect: TypeError: deque() takes at most 2 arguments (3 given)
show(lambda: deque(a=3))  # expect: TypeError: deque() got an unexpected keyword argument 'a'
