# since: 3.12
def first[T](items: list[T]) -> T:
    return items[0]


print(first([1, 2]), first.__type_params__, first.__name__)  # expect: 1 (T,) first


def two[A, *B, **C](a: A, *b: *B) -> C:
    return A, B, C


a, b, c = two(1)
print(a.__name__, b.__name__, c.__name__, type(a).__name__, type(b).__name__, type(c).__name__, two.__type_params__ == (a, b, c))  # expect: A B C TypeVar TypeVarTuple ParamSpec True
print(repr(a), repr(b), repr(c))  # expect: A B C


def bounded[T: int, S: (str, bytes)](x: T, y: S):
    return T.__bound__, S.__constraints__


print(bounded(1, 'a'))  # expect: (<class 'int'>, (<class 'str'>, <class 'bytes'>))


def default(x=lambda: T if False else 'not visible in defaults'):
    return x()


print(default())  # expect: not visible in defaults


def outer[T]():
    def inner[U]():
        return T, U
    return inner()


print([t.__name__ for t in outer()])  # expect: ['T', 'U']
