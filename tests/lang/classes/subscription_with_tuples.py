class G:
    def __getitem__(self, key):
        return key

    def __class_getitem__(cls, key):
        return f'{cls.__name__} of {key}'


g = G()
print(g[1, 2], g[()], g[1,], g[1:2, ::3], g[...], g[None], g['a':'b'], g[*[1, 2], 3], G[int], G[1, 2])  # expect: (1, 2) () (1,) (slice(1, 2, None), slice(None, None, 3)) Ellipsis None slice('a', 'b', None) (1, 2, 3) G of <class 'int'> G of (1, 2)
print(list[int], dict[str, int], tuple[int, ...], type(list[int]).__name__, list[int]([1, 2]), list[int].__origin__, list[int].__args__)  # expect: list[int] dict[str, int] tuple[int, ...] GenericAlias [1, 2] <class 'list'> (<class 'int'>,)
try:
    int[5]
except TypeError as error:
    print(error)  # expect: type 'int' is not subscriptable
