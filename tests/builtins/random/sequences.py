# Equal seeds give CPython's sequences.
import random
random.seed(42)
print([random.random() for _ in range(3)], random.randint(1, 6), random.randrange(10), random.randrange(5, 50, 7), random.choice('abcdef'), random.getrandbits(100), random.getrandbits(1), random.getrandbits(0))  # expect: [0.6394267984578837, 0.025010755222666936, 0.27502931836911926] 2 2 40 a 704511047883023533822611041645 0 0
x = list(range(10))
random.shuffle(x)
print(x, random.sample(range(100), 5), random.sample('abcdef', 4), random.sample(range(10**6), 30)[-3:], random.sample(['a', 'b'], 4, counts=[3, 2]))  # expect: [3, 5, 2, 4, 1, 8, 7, 0, 6, 9] [71, 25, 91, 83, 89] ['e', 'd', 'b', 'f'] [765179, 481741, 562275] ['a', 'b', 'b', 'a']
print(random.choices('abc', k=6), random.choices('abc', [1, 5, 1], k=6), random.choices([1, 2], cum_weights=[3, 4], k=5))  # expect: ['c', 'b', 'c', 'b', 'c', 'a'] ['b', 'b', 'a', 'b', 'a', 'b'] [1, 1, 1, 1, 1]
print(random.uniform(1, 10), random.triangular(0, 10, 3), random.gauss(0, 1), random.gauss(5, 2), random.normalvariate(1, 2), random.expovariate(0.5), random.lognormvariate(0, 0.5))  # expect: 9.429891289412446 5.036380047511852 -0.47422103639618063 4.224063973364913 1.939695329680171 0.9543157333886967 1.1675270632986983
print(random.betavariate(2, 3), random.gammavariate(0.5, 1), random.gammavariate(5, 2), random.gammavariate(1, 2), random.paretovariate(3), random.weibullvariate(1, 1.5), random.vonmisesvariate(0, 4))  # expect: 0.7515758366819533 0.13948536351305704 6.44248720818911 4.180885693023793 1.1342316198379097 1.0431923524473952 5.929556241535856
print(random.binomialvariate(10, 0.3), random.binomialvariate(1000, 0.4), random.binomialvariate(50, 0.9), random.randbytes(8), random.randrange(10**30))  # expect: 3 404 46 b'\x95\xd1\x0f\x0c\x96=q\xdc' 208167721971682671010044311349
for seed in (0, 1, -1, 10**30, 1.5, 'text', '', b'bytes', bytearray(b'x'), True, 'größer'):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(40))
# expect: 0 0.8444218515250481 978212965548
# expect: 1 0.13436424411240122 884107995871
# expect: -1 0.13436424411240122 884107995871
# expect: 1000000000000000000000000000000 0.9341508484568806 135400162077
# expect: 1.5 0.551763726942059 160013701400
# expect: 'text' 0.8711565613554825 927668196116
# expect: '' 0.9602256525641875 225895574272
# expect: b'bytes' 0.37075677971469856 1085210805742
# expect: bytearray(b'x') 0.6307877176639078 659693744067
# expect: True 0.13436424411240122 884107995871
# expect: 'größer' 0.9877348589160818 669126341835
random.seed('v1', version=1)
print(random.random())  # expect: 0.7155184452894522
r = random.Random(7)
state = r.getstate()
a = [r.random() for _ in range(700)]
r.setstate(state)
print(a == [r.random() for _ in range(700)], a[-1], len(state), len(state[1]), random.Random(7).random() == a[0])  # expect: True 0.034097423373332436 3 625 True
for f in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 5, 0), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.sample({1}, 1), lambda: random.seed([]), lambda: random.getrandbits(-1), lambda: random.choices([1], [0]), lambda: random.choices([1, 2], [1]), lambda: random.randrange(1.5)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError empty range for randrange()
# expect: ValueError empty range in randrange(5, 5)
# expect: ValueError zero step for randrange()
# expect: ValueError empty range in randrange(5, 2)
# expect: ValueError Sample larger than population or is negative
# expect: TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# expect: TypeError The only supported seed types are:
# expect: None, int, float, str, bytes, and bytearray.
# expect: ValueError number of bits must be non-negative
# expect: ValueError Total of weights must be greater than zero
# expect: ValueError The number of weights does not match the population
# expect: TypeError 'float' object cannot be interpreted as an integer
class Constant(random.Random):
    def random(self):
        return 0.5
print(Constant().randrange(100), Constant().uniform(2, 4), isinstance(random.SystemRandom().random(), float))  # expect: 96 3.0 True
