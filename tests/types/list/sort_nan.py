# NaN is neither less nor greater than anything: the order of a list with NaNs is that of the comparisons which sort() makes.
import random

nan = float('nan')
print(sorted([3, nan, 1]), sorted([nan, 3, 1, nan, 2]), sorted([5, nan, 4, 3, nan, 2, 1]), sorted([1.0, nan, 0.5], reverse=True))
print(sorted([(3, 1), (nan, 2), (1, 3)]), sorted([3, nan, 1, 2], key=lambda value: value), min(nan, 1), max([1, nan, 3]))
for size in 20, 70, 500:
    random.seed(size)
    mixed = [random.choice([nan, random.randint(0, 9), random.random() * 9]) for _ in range(size)]
    floats = [random.choice([nan, random.random()]) for _ in range(size)]
    nearly = sorted(random.random() for _ in range(size))
    nearly[size // 2] = nearly[3] = nan
    for values in mixed, floats, nearly, nearly[::-1]:
        print([value if value == value else 'nan' for value in sorted(values)])
    print(sorted(range(size), key=floats.__getitem__, reverse=True))
