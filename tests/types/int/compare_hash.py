# Comparison with ints and floats is exact; equal numbers have equal hashes.
numbers = [0, 1, -1, 2**53, 2**53 + 1, 2**61 - 1, 2**61, 2**63, 2**64, 10**22, 10**23, 2**1023, 2**1024, 10**400]
numbers += [-n for n in numbers]
ordered = sorted(numbers)
for i, a in enumerate(ordered):
    for j, b in enumerate(ordered):
        assert (a < b) == (i < j and a != b) and (a <= b) == (not b < a) and (a > b) == (b < a) and (a == b) == (not a != b)
print(2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), float(2**53) < 2**53 + 1, 10**23 == 1e23, 10**22 == 1e22)  # expect: True False True True False True
print(10**400 > 1e308, 10**400 > float('inf'), -10**400 < -1e308, -10**400 < float('-inf'), 10**400 == float('inf'), 1 == float('nan'), 1 < float('nan'))  # expect: True False True False False False False
print(2**1024 > 1.7976931348623157e308, 2**1023 < 1.7976931348623157e308, 3 < 3.5, 4 > 3.5, -3 > -3.5, 0 == -0.0, 1 == True, 2 == 2 + 0j)  # expect: True True True True True True True True
print(hash(0), hash(1), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61), hash(-2**61), hash(2**64), hash(10**30), hash(-10**30), hash(2**61 - 2), hash(True))  # expect: 0 1 -2 -2 0 1 -2 8 465258685558744706 -465258685558744706 2305843009213693950 1
for n in numbers:
    if abs(n) < 2**1024:
        assert hash(float(n)) == hash(int(float(n)))
print(hash(2.0) == hash(2), {2: 'int'}[2.0], {2**70: 'big'}[float(2**70)], len({1, 1.0, True, 1 + 0j}))  # expect: True int big 1
print(1 .__eq__('a'), 1 .__lt__(2.0), (1).__eq__(1))  # expect: NotImplemented NotImplemented True
try:
    1 < 'a'
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'int' and 'str'
