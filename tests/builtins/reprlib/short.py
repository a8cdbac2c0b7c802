import reprlib
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({i: i for i in range(10)}))  # expect: [0, 1, 2, 3, 4, 5, ...] 'xxxxxxxxxxxx...xxxxxxxxxxxxx' {0: 0, 1: 1, 2: 2, 3: 3, ...}
print(reprlib.repr(10 ** 60), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(set(range(9))))  # expect: 100000000000000000...0000000000000000000 [[[[[[[...]]]]]]] {0, 1, 2, 3, 4, 5, ...}
print(reprlib.repr((1,)), reprlib.repr(object)[:10])  # expect: (1,) <class 'ob


class RR:

    @reprlib.recursive_repr()
    def __repr__(self):
        return f'<{self!r}>'


print(RR())  # expect: <...>
