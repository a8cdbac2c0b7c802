x: int = 5
y: 'undefined forward' = 6
z: list[int]
print(x, y, __annotations__)  # expect: 5 6 {'x': <class 'int'>, 'y': 'undefined forward', 'z': list[int]}
try:
    z
except NameError as error:
    print(error)  # expect: name 'z' is not defined


class C:
    a: int
    b: str = 'b'
    c: undefined_name = 1 if False else 2 if (undefined_name := float) else 3


print(C.__annotations__, C.b)  # expect: {'a': <class 'int'>, 'b': <class 'str'>, 'c': <class 'float'>} b


def f(p: int, *q: str, r: bool = True, **s: 'x') -> None:
    local: unknown = 3
    return local


print(f.__annotations__, f(1))  # expect: {'p': <class 'int'>, 'q': <class 'str'>, 'r': <class 'bool'>, 's': 'x', 'return': None} 3
