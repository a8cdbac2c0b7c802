class Squares:
    def __getitem__(self, i):
        if i == 4:
            raise IndexError
        return i * i


for x in Squares():
    print(x)
# expect: 0
# expect: 1
# expect: 4
# expect: 9
print(list(Squares()), 9 in Squares(), tuple(Squares()))  # expect: [0, 1, 4, 9] True (0, 1, 4, 9)
a, b, c, d = Squares()
print(d)  # expect: 9
for thing in (5, None, object()):
    try:
        for x in thing:
            pass
    except TypeError as error:
        print(error)
# expect: 'int' object is not iterable
# expect: 'NoneType' object is not iterable
# expect: 'object' object is not iterable


class BadIter:
    def __iter__(self):
        return 5


try:
    iter(BadIter())
except TypeError as error:
    print(error)  # expect: iter() returned non-iterator of type 'int'
