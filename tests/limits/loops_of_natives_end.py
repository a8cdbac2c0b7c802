# Iterating over endless or huge natives ends where it should.
import itertools
print(next(itertools.islice(itertools.count(), 100_000, None)), 10 ** 18 in range(10 ** 19), range(10 ** 19).index(10 ** 18), sum(range(100_000)), max(range(100_000)))  # expect: 100000 True 1000000000000000000 4999950000 99999
print(range(0, 10 ** 30, 10 ** 29)[-1], len(range(-2 ** 62, 2 ** 62, 2 ** 40)), range(10 ** 18).count(5))  # expect: 900000000000000000000000000000 8388608 1
print(all(itertools.repeat(1, 100_000)), any(x > 99_998 for x in range(100_000)), 'a' * 100_000 in 'a' * 200_000, ('ab' * 50_000).count('ba'), len(('x,' * 50_000).split(',')))  # expect: True True True 49999 50001
print(len(set(range(100_000))), len(dict.fromkeys(range(100_000))), sorted(range(100_000), reverse=True)[:2], list(range(100_000))[-1], tuple(zip(range(100_000), 'ab')))  # expect: 100000 100000 [99999, 99998] 99999 ((0, 'a'), (1, 'b'))
