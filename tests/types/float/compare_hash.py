# Comparison, identity of nan in containers, hashing.
inf, nan = float('inf'), float('nan')
values = [-inf, -1e308, -1.5, -5e-324, 0.0, 5e-324, 1e-200, 1.5, 1e200, 1e308, inf]
for i, a in enumerate(values):
    for j, b in enumerate(values):
        assert (a < b) == (i < j) and (a <= b) == (i <= j) and (a == b) == (i == j) and (a != b) == (i != j) and (a > b) == (i > j) and (a >= b) == (i >= j)
print(0.0 == -0.0, nan == nan, nan != nan, nan < 1, nan >= 1, 1 < nan, nan in [nan], [nan] == [nan], nan in [float('nan')], {nan: 1}[nan], len({nan, nan}), len({float('nan'), float('nan')}))  # expect: True False True False False False True True False 1 1 2
print(hash(0.0), hash(-0.0), hash(1.5), hash(-1.5), hash(0.1), hash(1e300), hash(5e-324), hash(inf), hash(-inf), hash(2.0**61), hash(-1.0), hash(2.0**-61), hash(1e-320))  # expect: 0 0 1152921504606846977 -1152921504606846977 230584300921369408 1224995262755759164 16777216 314159 -314159 1 -2 1 33957085184
print(1.5 == 1.5 + 0j, 1.5 < True + 1, 1.0 == True, 1.0 .__eq__(1), 1.0 .__eq__('a'), 1.5 .__lt__(2), min(2.5, 1), max(1, 1.0), sorted([3, 1.5, True, -2.5]))  # expect: True True True True NotImplemented True 1 1 [-2.5, True, 1.5, 3]
try:
    1.5 < 'a'
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'float' and 'str'
