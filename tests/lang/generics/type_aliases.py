# since: 3.12
type Number = int | float
print(Number, type(Number).__name__, Number.__value__, Number.__name__)  # expect: Number TypeAliasType int | float Number
type Lazy = undefined_name
try:
    Lazy.__value__
except NameError as error:
    print(error)  # expect: name 'undefined_name' is not defined
type Recursive = list[Recursive] | int
print(Recursive.__value__)  # expect: list[Recursive] | int
type Generic[T] = dict[str, T]
print(Generic.__type_params__, Generic[int].__args__, Generic.__value__)  # expect: (T,) (<class 'int'>,) dict[str, T]
type = 5
print(type)  # expect: 5
type = type + 1
print(type)  # expect: 6


class C:
    type Inner = str
    x: 'Inner'


print(C.Inner.__value__)  # expect: <class 'str'>
