print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] == [1, 2.0], (1, 2) < (1, 2, 0))  # expect: True True True True True True
print('abc' < 'abd', 'Z' < 'a', '' < 'a', 'a' < 'aa', b'a' < b'b', 'é' > 'z', '10' < '9')  # expect: True True True True True True True
print([1, 'a'] == [1, 'a'], (1, [2]) == (1, [2]), [1] == (1,), {1: 2} == {1: 2.0}, {1, 2} == {2, 1})  # expect: True True False True True
print({1} < {1, 2}, {1, 2} <= {1, 2}, {1} < {2}, {1} > set(), frozenset([1]) == {1})  # expect: True True False True True
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 4, 2) == range(0, 3, 2))  # expect: True True True
