from typing import *
import typing, collections, collections.abc


def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


T = TypeVar('T')
K = TypeVar('K')
V = TypeVar('V', int, str)
B = TypeVar('B', bound=int)
Co = TypeVar('Co', covariant=True)
print(T, Co, V.__constraints__)  # expect: ~T +Co (<class 'int'>, <class 'str'>)
print(B.__bound__, T.__name__, T.__module__)  # expect: <class 'int'> T __main__
print(List[int], Dict[str, int], Optional[int])  # expect: typing.List[int] typing.Dict[str, int] typing.Optional[int]
print(Union[int, str], Union[int, None], Union[int])  # expect: typing.Union[int, str] typing.Optional[int] <class 'int'>
print(Union[int, int], Tuple[int, ...], Tuple[int, str])  # expect: <class 'int'> typing.Tuple[int, ...] typing.Tuple[int, str]
print(Tuple[()], Callable[[int], str], Callable[..., Any])  # expect: typing.Tuple[()] typing.Callable[[int], str] typing.Callable[..., typing.Any]
print(Type[int], Set[T], FrozenSet[int])  # expect: typing.Type[int] typing.Set[~T] typing.FrozenSet[int]
print(Iterable[T], Any, NoReturn)  # expect: typing.Iterable[~T] typing.Any typing.NoReturn
print(ClassVar[int], Final[int], Literal[1, 'a'])  # expect: typing.ClassVar[int] typing.Final[int] typing.Literal[1, 'a']
print(List, Dict, Callable)  # expect: typing.List typing.Dict typing.Callable
print(Annotated[int, 'x'], Deque[int], DefaultDict[str, int])  # expect: typing.Annotated[int, 'x'] typing.Deque[int] typing.DefaultDict[str, int]
print(Counter[str], Mapping[str, List[int]], List[List[T]])  # expect: typing.Counter[str] typing.Mapping[str, typing.List[int]] typing.List[typing.List[~T]]
print(Union[T, int], Optional[T], Never)  # expect: typing.Union[~T, int] typing.Optional[~T] typing.Never
print(Self, TypeAlias, Generator[int, str, None])  # expect: typing.Self typing.TypeAlias typing.Generator[int, str, NoneType]
print(List[T][int], Dict[K, T][str, int], Union[T, K][int, str])  # expect: typing.List[int] typing.Dict[str, int] typing.Union[int, str]
print(Callable[[T], K][int, str], Optional[T][int], List[Union[T, int]][str])  # expect: typing.Callable[[int], str] typing.Optional[int] typing.List[typing.Union[str, int]]
print(Tuple[T, ...][int])  # expect: typing.Tuple[int, ...]
show(lambda: List[int][str])
# expect: TypeError typing.List[int] is not a generic class
show(lambda: List[int, str])
# expect: TypeError Too many arguments for typing.List; actual 2, expected 1
show(lambda: Union[()])
# expect: TypeError Cannot take a Union of no types.
show(lambda: Optional[1, 2])
# expect: TypeError typing.Optional requires a single type. Got (1, 2).
show(lambda: Literal[1].__args__)
# expect: (1,)
show(lambda: Any())
# expect: TypeError Any cannot be instantiated
show(lambda: isinstance(1, Any))
# expect: TypeError typing.Any cannot be used with isinstance()
show(lambda: isinstance(1, List[int]))
# expect: TypeError Subscripted generics cannot be used with class and instance checks
show(lambda: List())
# expect: TypeError Type List cannot be instantiated; use list() instead
show(lambda: Union[int, str]())
# expect: TypeError Cannot instantiate typing.Union
show(lambda: isinstance([], List))
# expect: True
show(lambda: issubclass(list, List))
# expect: True
show(lambda: isinstance(1, Union[int, str]))
# expect: True
show(lambda: isinstance(1, Optional[int]))
# expect: True
show(lambda: TypeVar('X', int))
# expect: TypeError A single constraint is not allowed
show(lambda: TypeVar('X', covariant=True, contravariant=True))
# expect: ValueError Bivariant types are not supported.
show(lambda: Generic[int])
# expect: TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
show(lambda: Generic[T, T])
# expect: TypeError Parameters to Generic[...] must all be unique
show(lambda: Generic[()])
# expect: TypeError Parameter list to Generic[...] cannot be empty
print(int | str, int | None, List[int] | None)  # expect: int | str int | None typing.Optional[typing.List[int]]
print(None | List[int], 'X' if 0 else T | int, List[int] == List[int])  # expect: typing.Optional[typing.List[int]] typing.Union[~T, int] True
print(Union[int, str] == Union[str, int], hash(List[int]) == hash(List[int]), Literal[1] == Literal[1])  # expect: True True True
print(Literal[1] == Literal[True], Union[int, str] == int | str)  # expect: False True
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]))  # expect: <class 'list'> (<class 'str'>, <class 'int'>) typing.Union
print(get_args(Callable[[int], str]), get_args(Callable[..., str]), get_origin(int))  # expect: ([<class 'int'>], <class 'str'>) (Ellipsis, <class 'str'>) None
print(get_args(int), get_origin(int | str), get_origin(Annotated[int, 'x']))  # expect: () <class 'types.UnionType'> typing.Annotated
print(get_args(Annotated[int, 'x']), get_origin(Generic[T]), get_args(Literal[1, 2]))  # expect: (<class 'int'>, 'x') <class 'typing.Generic'> (1, 2)
print(get_origin(list[int]), get_origin(ClassVar[int]))  # expect: <class 'list'> typing.ClassVar


class Box(Generic[T]):

    def __init__(self, x: T):
        self.x = x

    def get(self) -> T:
        return self.x


b = Box[int](5)
print(b.get(), Box[int], Box.__parameters__)  # expect: 5 __main__.Box[int] (~T,)
print(Box[int].__args__, b.__orig_class__, Box[T])  # expect: (<class 'int'>,) __main__.Box[int] __main__.Box[~T]
print(Box[int].__origin__, isinstance(b, Box))  # expect: <class '__main__.Box'> True
show(lambda: Box[int, str])
# expect: TypeError Too many arguments for <class '__main__.Box'>; actual 2, expected 1
show(lambda: isinstance(b, Box[int]))
# expect: TypeError Subscripted generics cannot be used with class and instance checks


class IntBox(Box[int]):
    pass


print(IntBox(1).get(), IntBox.__orig_bases__, IntBox.__mro__)  # expect: 1 (__main__.Box[int],) (<class '__main__.IntBox'>, <class '__main__.Box'>, <class 'typing.Generic'>, <class 'object'>)
print(IntBox.__parameters__)  # expect: ()
show(lambda: IntBox[int])
# expect: TypeError <class '__main__.IntBox'> is not a generic class


class Two(Box[T], Generic[T, K]):
    pass


print(Two.__parameters__, Two[int, str], Two.__mro__)  # expect: (~T, ~K) __main__.Two[int, str] (<class '__main__.Two'>, <class '__main__.Box'>, <class 'typing.Generic'>, <class 'object'>)
try:

    class Bad(Generic[T], List[K]):
        pass
except TypeError as e:
    print(e)  # expect: Some type variables (~K) are not listed in Generic[~T]
try:

    class Bad2(Generic):
        pass
except TypeError as e:
    print(e)  # expect: Cannot inherit from plain Generic


class ML(List[int]):
    pass


print(ML([1]), ML.__mro__, ML.__orig_bases__)  # expect: [1] (<class '__main__.ML'>, <class 'list'>, <class 'typing.Generic'>, <class 'object'>) (typing.List[int],)


class MM(Mapping[str, T]):

    def __getitem__(self, k):
        return 1

    def __iter__(self):
        return iter('a')

    def __len__(self):
        return 1


print(MM()['a'], MM[int], MM.__parameters__)  # expect: 1 __main__.MM[int] (~T,)
print(dict(MM()))  # expect: {'a': 1}


class Pt(NamedTuple):
    x: int
    y: int = 5

    def s(self):
        return self.x + self.y


p = Pt(1)
print(p, p.s(), p._fields)  # expect: Pt(x=1, y=5) 6 ('x', 'y')
print(p == (1, 5), Pt.__mro__)  # expect: True (<class '__main__.Pt'>, <class 'tuple'>, <class 'object'>)
show(Pt)
# expect: TypeError Pt.__new__() missing 1 required positional argument: 'x'
N = NamedTuple('N', [('a', int), ('b', str)])
print(N(1, 'x'), N.__annotations__)  # expect: N(a=1, b='x') {'a': <class 'int'>, 'b': <class 'str'>}
try:

    class Bad3(NamedTuple):
        x: int = 1
        y: int
except TypeError as e:
    print(e)  # expect: Non-default namedtuple field y cannot follow default field x


class Movie(TypedDict):
    name: str
    year: NotRequired[int]


m = Movie(name='x')
print(m, type(m), Movie.__annotations__)  # expect: {'name': 'x'} <class 'dict'> {'name': <class 'str'>, 'year': typing.NotRequired[int]}
print(Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__)  # expect: frozenset({'name'}) frozenset({'year'}) True
print(is_typeddict(Movie))  # expect: True
show(lambda: isinstance({}, Movie))
# expect: TypeError TypedDict does not support instance and class checks


class M2(Movie, total=False):
    z: int


print(sorted(M2.__required_keys__), sorted(M2.__optional_keys__))  # expect: ['name'] ['year', 'z']
TD = TypedDict('TD', {'a': int})
print(TD(a=1), TD.__annotations__)  # expect: {'a': 1} {'a': <class 'int'>}
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__supertype__)  # expect: 5 __main__.UserId <class 'int'>
print(UserId.__name__)  # expect: UserId


class Proto(Protocol):

    def meth(self) -> int:
        ...


@runtime_checkable
class RP(Protocol):
    attr: int

    def go(self):
        ...


class Impl:
    attr = 1

    def go(self):
        return 1


print(isinstance(Impl(), RP), isinstance(3, RP), isinstance(Impl(), SupportsInt))  # expect: True False False
print(isinstance(3, SupportsInt), isinstance(3.0, SupportsIndex), isinstance(True, SupportsIndex))  # expect: True False True
show(lambda: isinstance(3, Proto))
# expect: TypeError Instance and class checks can only be used with @runtime_checkable protocols
show(Proto)
# expect: TypeError Protocols cannot be instantiated
show(lambda: issubclass(Impl, RP))
# expect: TypeError Protocols with non-method members don't support issubclass(). Non-method members: 'attr'.


@runtime_checkable
class RM(Protocol):

    def go(self):
        ...


print(issubclass(Impl, RM), issubclass(int, RM), isinstance(Impl(), RM))  # expect: True False True


class Exp(Proto):

    def meth(self):
        return 4


print(Exp().meth(), Exp.__mro__)  # expect: 4 (<class '__main__.Exp'>, <class '__main__.Proto'>, <class 'typing.Protocol'>, <class 'typing.Generic'>, <class 'object'>)
show(runtime_checkable, int)
# expect: TypeError @runtime_checkable can be only applied to protocol classes, got <class 'int'>


class GP(Protocol[T]):

    def f(self) -> T:
        ...


print(GP[int], GP.__parameters__)  # expect: __main__.GP[int] (~T,)


@overload
def ov(x: int) -> int:
    ...


@overload
def ov(x: str) -> str:
    ...


def ov(x):
    return x


print(ov(1), len(get_overloads(ov)), cast(int, 'x'))  # expect: 1 2 x
print(TYPE_CHECKING, assert_type(1, int))  # expect: False 1
show(lambda: assert_never(1))
# expect: AssertionError Expected code to be unreachable, but got: 1


@final
class Fi:

    @override
    def f(self):
        pass


print(Fi.__final__, Fi.f.__override__)  # expect: True True


def hints(a: int, b: 'str'='', *c: float, d: Optional['Box']=None) -> 'List[int]':
    pass


print(get_type_hints(hints), hints.__annotations__)  # expect: {'a': <class 'int'>, 'b': <class 'str'>, 'c': <class 'float'>, 'd': typing.Optional[__main__.Box], 'return': typing.List[int]} {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'd': typing.Optional[ForwardRef('Box')], 'return': 'List[int]'}


class H:
    x: int
    y: 'H'
    z: ClassVar['int'] = 3
    w: Annotated[int, 'meta']


print(get_type_hints(H), get_type_hints(H, include_extras=True)['w'])  # expect: {'x': <class 'int'>, 'y': <class '__main__.H'>, 'z': typing.ClassVar[int], 'w': <class 'int'>} typing.Annotated[int, 'meta']
print(ForwardRef('x'), Text, AnyStr)  # expect: ForwardRef('x') <class 'str'> ~AnyStr
print(IO[str], ParamSpec('P'), Concatenate[int, ParamSpec('P')])  # expect: typing.IO[str] ~P typing.Concatenate[int, ~P]
print(Callable[ParamSpec('P'), int], TypeGuard[int], Unpack[Tuple[int]])  # expect: typing.Callable[~P, int] typing.TypeGuard[int] typing.Unpack[typing.Tuple[int]]
print(Required[int], LiteralString)  # expect: typing.Required[int] typing.LiteralString
Ts = TypeVarTuple('Ts')
print(Ts, Generic[Unpack[Ts]], Tuple[Unpack[Ts]])  # expect: Ts typing.Generic[typing.Unpack[Ts]] typing.Tuple[typing.Unpack[Ts]]


class Arr(Generic[Unpack[Ts]]):
    pass


print(Arr[int, str], Arr[()], Arr.__parameters__)  # expect: __main__.Arr[int, str] __main__.Arr[()] (Ts,)
P = ParamSpec('P')


class CB(Generic[T, P]):
    pass


print(CB[int, [str]], CB[int, ...], P.args)  # expect: __main__.CB[int, [str]] __main__.CB[int, ...] P.args
print(P.kwargs)  # expect: P.kwargs


class Z(Generic[P]):
    pass


print(Z[int, str], Z[[int]])  # expect: __main__.Z[[int, str]] __main__.Z[[int]]
A = TypeAliasType('A', list[int])
print(A, A.__value__, A.__name__)  # expect: A list[int] A


def df[U = int, *W = *tuple[int]]():
    pass


print(df.__type_params__, df.__type_params__[0].__default__, df.__type_params__[0].has_default())  # expect: (U, W) <class 'int'> True
print(TypeVar('D', default=str).__default__, TypeVar('D2').__default__)  # expect: <class 'str'> typing.NoDefault
print(ContextManager[int], Awaitable[int], AsyncIterator[int])  # expect: typing.ContextManager[int, bool | None] typing.Awaitable[int] typing.AsyncIterator[int]
print(Hashable, Sized, Iterator)  # expect: typing.Hashable typing.Sized typing.Iterator
print(KeysView[int], ByteString if 0 else '')  # expect: typing.KeysView[int]
print(list[T][int], dict[str, T], dict[K, T].__parameters__)  # expect: list[int] dict[str, ~T] (~K, ~T)
print(tuple[T, ...][int], list[List[T]][int], type[T])  # expect: tuple[int, ...] list[typing.List[int]] type[~T]
print(collections.abc.Callable[[T], K][int, str], Box[List[T]][int], Dict[str, Tuple[T, K]][int, str])  # expect: collections.abc.Callable[[int], str] __main__.Box[typing.List[int]] typing.Dict[str, typing.Tuple[int, str]]


class Meta(Generic[T], metaclass=type):
    pass


print(Meta[int], Union[Box[int], None], Optional[Box])  # expect: __main__.Meta[int] typing.Optional[__main__.Box[int]] typing.Optional[__main__.Box]
print(Union[Literal[1], int], List['int'], List[None])  # expect: typing.Union[typing.Literal[1], int] typing.List[ForwardRef('int')] typing.List[NoneType]
print(Dict[str, None], Callable[[None], None])  # expect: typing.Dict[str, NoneType] typing.Callable[[NoneType], NoneType]


class DefGen[X, Y = int]:
    pass


print(DefGen[str], DefGen[str, float])  # expect: __main__.DefGen[str, int] __main__.DefGen[str, float]
show(lambda: DefGen[int, int, int])
# expect: TypeError Too many arguments for <class '__main__.DefGen'>; actual 3, expected 2
print(get_type_hints(Pt), Movie.__mro__, Movie.__name__)  # expect: {'x': <class 'int'>, 'y': <class 'int'>} (<class '__main__.Movie'>, <class 'dict'>, <class 'object'>) Movie
print(Movie.__module__, Optional[int].__args__)  # expect: __main__ (<class 'int'>, <class 'NoneType'>)
