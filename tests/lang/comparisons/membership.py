print(2 in [1, 2], 'b' in 'abc', 'bc' in 'abc', '' in 'abc', 'x' not in 'abc', 3 in {3: 4}, 4 in {3: 4}, 4 in {3: 4}.values())  # expect: True True True True True True False True
print((1, 2) in [(1, 2)], [] in [[]], 1.0 in [1], True in [1], 5 in range(0, 10, 5), 5.0 in range(10), 98 in b'abc', b'b' in b'abc')  # expect: True True True True True True True True


class Contains:
    def __contains__(self, item):
        return item == 'yes'


class Iterates:
    def __iter__(self):
        return iter('ab')


class Indexes:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * 10


class Refuses:
    __contains__ = None


print('yes' in Contains(), 'no' in Contains(), 'b' in Iterates(), 'c' not in Iterates(), 30 in Indexes(), 31 in Indexes())  # expect: True False True True True False
for value in (object(), Refuses()):
    try:
        1 in value
    except TypeError as error:
        print(error)
# expect: argument of type 'object' is not iterable
# expect: 'Refuses' object is not a container
