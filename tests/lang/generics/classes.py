# since: 3.12
class Box[T]:
    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item

    def kind(self):
        return T


b = Box[int](5)
print(b.get(), Box.__type_params__, b.kind().__name__, Box[int].__origin__ is Box, Box[int].__args__, Box.__name__)  # expect: 5 (T,) T True (<class 'int'>,) Box


class Pair[A, B](Box[A]):
    pass


print(Pair(1).get(), [c.__name__ for c in Pair.__mro__], Pair.__orig_bases__[0].__origin__ is Box)  # expect: 1 ['Pair', 'Box', 'Generic', 'object'] True


class Meta(type): pass


class WithMeta[T](metaclass=Meta):
    x: T


print(type(WithMeta).__name__, WithMeta.__annotations__)  # expect: Meta {'x': T}


class Shadow[T]:
    T = 'class attribute wins'
    seen = T


print(Shadow.seen)  # expect: class attribute wins
