# Every distribution draws and rounds as CPython's does: the sums below, to the last bit, are CPython's.
import random


def total(draw, times=300):
    g = random.Random(20)
    return sum(draw(g) for _ in range(times))


print(total(lambda g: g.normalvariate(1, 2)), total(lambda g: g.gauss(1, 2)), total(lambda g: g.lognormvariate(0, 0.25)))
# expect: 259.84904922469764 337.1360408424694 304.95196557190013
print(total(lambda g: g.expovariate(2.5)), total(lambda g: g.paretovariate(3)), total(lambda g: g.weibullvariate(2, 1.5)))
# expect: 112.54728181495943 439.0886917271264 515.0468025020623
print(total(lambda g: g.triangular()), total(lambda g: g.triangular(1, 5, 2)), total(lambda g: g.triangular(3, 3)), total(lambda g: g.uniform(2, -9)))
# expect: 144.9595337622547 780.187761480136 900.0 -969.7817637803951
print(total(lambda g: g.vonmisesvariate(1, 0)), total(lambda g: g.vonmisesvariate(1, 0.3)), total(lambda g: g.vonmisesvariate(2, 40)))
# expect: 896.6572466966759 864.1818993617258 602.0491644227546
for shape in 0.2, 0.9, 1.0, 1.5, 30:
    print(total(lambda g: g.gammavariate(shape, 2.0)), total(lambda g: g.betavariate(shape, 1.7)))
# expect: 82.63435587788942 30.17368063846874
# expect: 459.68695979514496 98.49161213135609
# expect: 562.7364090747972 105.42252593815107
# expect: 872.6202634427832 137.83602631537795
# expect: 17743.057396465043 283.4663518211804
print([total(lambda g: g.binomialvariate(n, p)) for n, p in ((1, 0.3), (10, 0.2), (100, 0.05), (100, 0.3), (1000, 0.77), (10**6, 0.4), (7, 1.0), (7, 0.0), (3, 1e-20))])
# expect: [104, 556, 1462, 8926, 230844, 119983657, 2100, 0, 0]

# Both ways of sample(), on either side of where one gives way to the other.
for size, k in (21, 5), (22, 5), (85, 6), (86, 6), (300, 6):
    print(random.Random(size).sample(range(size), k))
# expect: [5, 13, 19, 9, 15]
# expect: [4, 7, 0, 19, 14]
# expect: [25, 78, 13, 41, 24, 28]
# expect: [3, 71, 40, 1, 8, 64]
# expect: [182, 176, 0, 251, 177, 270]
print(random.Random(1).sample('abc', 5, counts=[3, 0, 9]), random.Random(1).choices('abc', [1, 2, 3], k=4), random.Random(1).choices('abc', cum_weights=(1, 2, 3.5), k=4))
# expect: ['a', 'c', 'a', 'c', 'c'] ['a', 'c', 'c', 'b'] ['a', 'c', 'c', 'a']
g = random.Random(5)
print([g.randrange(*a) for a in ((5, 1, -1), (0, 100, 7), (100, 0, -9), (2**70,), (-5, 10**25, 3))])
# expect: [3, 77, 55, 65117741788583263648, 9414715449019141063670359]


class Coin(random.Random):
    def random(self):
        return super().random()


g = Coin(4)
print([g.randrange(10) for _ in range(9)], g.choice('abcdef'))  # expect: [5, 7, 3, 9, 8, 5, 7, 1, 3] f

for seed in 'abc', '', b'xyz', -3, 2.5:
    print([(g.seed(seed, v), g.getrandbits(32))[1] for v in (1, 2)])
# expect: [414008020, 3315820543]
# expect: [3626764237, 4124137760]
# expect: [1937715028, 4025064696]
# expect: [1022050301, 1022050301]
# expect: [1798626889, 1798626889]


def shown(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except Exception as error:
        print(type(error).__name__, error)


shown(g.seed, [])
# expect: TypeError The only supported seed types are:
# expect: None, int, float, str, bytes, and bytearray.
shown(g.setstate, (9, (), None))  # expect: ValueError state with version 9 passed to Random.setstate() of version 3
shown(g.randrange, 0)  # expect: ValueError empty range for randrange()
shown(g.randrange, 1, 5, 0)  # expect: ValueError zero step for randrange()
shown(g.randrange, 1, 5, -1)  # expect: ValueError empty range in randrange(1, 5, -1)
shown(g.randrange, 5, 5)  # expect: ValueError empty range in randrange(5, 5)
shown(g.randrange, 5, step=2)  # expect: TypeError Missing a non-None stop argument
shown(g.sample, {1, 2}, 1)  # expect: TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
shown(g.sample, [1], 1, counts=[1, 2])  # expect: ValueError The number of counts does not match the population
shown(g.sample, [1], 1, counts=[1.5])  # expect: TypeError Counts must be integers
shown(g.sample, [1], 1.0)  # expect: TypeError can't multiply sequence by non-int of type 'float'
shown(g.choices, 'abc', 3)  # expect: TypeError The number of choices must be a keyword argument: k=3
shown(g.choices, 'ab', [1, 2], cum_weights=[1, 3])  # expect: TypeError Cannot specify both weights and cumulative weights
shown(g.choices, 'ab', [0, 0])  # expect: ValueError Total of weights must be greater than zero
shown(g.choices, 'ab', [1, float('inf')])  # expect: ValueError Total of weights must be finite
shown(g.gammavariate, 0, 1)  # expect: ValueError gammavariate: alpha and beta must be > 0.0
shown(g.binomialvariate, -1)  # expect: ValueError n must be non-negative
shown(g.binomialvariate, 3, 1.5)  # expect: ValueError p must be in the range 0.0 <= p <= 1.0
shown(g.lognormvariate)  # expect: TypeError Random.lognormvariate() missing 2 required positional arguments: 'mu' and 'sigma'
