class Singleton:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, *args):
        self.args = args


print(Singleton(1) is Singleton(2), Singleton.instance.args)  # expect: True (2,)


class Other:
    def __new__(cls, x):
        return [x]

    def __init__(self, x):
        print('not called')


print(Other(5))  # expect: [5]


class Celsius(float):
    def __new__(cls, value):
        return super().__new__(cls, value + 0.5)

    def __init__(self, value):
        self.given = value


c = Celsius(1)
print(c, c.given, c + 1, type(c + 1).__name__, type(c).__name__)  # expect: 1.5 1 2.5 float Celsius


class BadInit:
    def __init__(self):
        return 5


try:
    BadInit()
except TypeError as error:
    print(error)  # expect: __init__() should return None, not 'int'


class OnlyNew:
    def __new__(cls, a):
        return object.__new__(cls)


print(type(OnlyNew(1)).__name__)  # expect: OnlyNew
for action in (lambda: OnlyNew(), lambda: object.__new__(int), lambda: object.__new__(), lambda: int.__new__(str), lambda: object(1)):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: OnlyNew.__new__() missing 1 required positional argument: 'a'
# expect: object.__new__(int) is not safe, use int.__new__()
# expect: object.__new__(): not enough arguments
# expect: int.__new__(str): str is not a subtype of int
# expect: object() takes no arguments
