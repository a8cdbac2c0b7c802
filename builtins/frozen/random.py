"""Random numbers as CPython makes them: equal seeds give equal sequences.

The source is the Mersenne Twister of _random.  Every function draws from it as often as CPython's does, and rounds in the same places.
"""
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs, floor as _floor, isfinite as _isfinite, lgamma as _lgamma
from math import log as _log, log2 as _log2, pi as _pi, sin as _sin, sqrt as _sqrt, tau as TWOPI
from itertools import accumulate as _accumulate
from operator import index as _index
from posix import urandom as _urandom
import _random

_OF_GENERATOR = ('betavariate', 'binomialvariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss', 'getrandbits', 'getstate', 'lognormvariate',
                 'normalvariate', 'paretovariate', 'randbytes', 'randint', 'random', 'randrange', 'sample', 'seed', 'setstate', 'shuffle', 'triangular',
                 'uniform', 'vonmisesvariate', 'weibullvariate')
__all__ = ['Random', 'SystemRandom', *_OF_GENERATOR]

BPF = 53  # bits of a float
RECIP_BPF = 1 / (1 << BPF)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
NV_MAGICCONST = 4.0 * _exp(-0.5) / _sqrt(2.0)
_ONE = 1


def _string_hash(codes):
    """The number that version 1 of seed() makes of a text: the hash of Python 2 on a machine of 64 bits."""
    value = codes[0] << 7 if codes else 0
    for code in codes:
        value = value * 1000003 & 0xFFFF_FFFF_FFFF_FFFF ^ code
    return value ^ len(codes)


def _place(ends, value, last):
    """Which of the stretches that end at `ends`, in rising order, the value falls into; `last` at most."""
    first = 0
    while first < last:
        middle = first + last >> 1
        if ends[middle] > value:
            last = middle
        else:
            first = middle + 1
    return first


def _exponential(draw):
    """One number of the exponential distribution of mean 1."""
    return -_log(1.0 - draw())


def _gamma_above_one(draw, shape):
    """Algorithm GB: R. C. H. Cheng, The generation of gamma variables with non-integral shape parameter, Applied Statistics 26 (1977)."""
    scale = _sqrt(shape * 2.0 - 1.0)
    offset, slope = shape - LOG4, shape + scale
    while True:
        first = draw()
        if first <= 1e-7 or first >= 0.9999999:
            continue
        second = 1.0 - draw()
        logit = _log(first / (1.0 - first)) / scale
        candidate = shape * _exp(logit)
        area = first * first * second
        margin = offset + slope * logit - candidate
        # The first test is a tangent of the logarithm of the second: cheap, and nearly always enough.
        if margin + SG_MAGICCONST - 4.5 * area >= 0.0 or margin >= _log(area):
            return candidate


def _gamma_below_one(draw, shape):
    """Algorithm GS: J. H. Ahrens and U. Dieter, Computer methods for sampling from gamma, beta, Poisson and binomial distributions, Computing 12 (1974)."""
    total = (_e + shape) / _e
    while True:
        part = total * draw()
        if part > 1.0:
            candidate = -_log((total - part) / shape)
            if draw() <= candidate ** (shape - 1.0):
                return candidate
        else:
            candidate = part ** (1.0 / shape)
            if draw() <= _exp(-candidate):
                return candidate


def _binomial_by_gaps(draw, trials, chance):
    """For few successes: the lengths of the runs of failures between them are geometric (L. Devroye, Non-uniform random variate generation, chapter X.4)."""
    per_failure = _log2(1.0 - chance)
    if not per_failure:
        return 0
    successes = -1
    used = 0
    while used <= trials:
        used += _floor(_log2(draw()) / per_failure) + 1
        successes += 1
    return successes


def _binomial_by_rejection(draw, trials, chance):
    """Algorithm BTRS: W. Hörmann, The generation of binomial random variates, Journal of Statistical Computation and Simulation 46 (1993)."""
    deviation = _sqrt(trials * chance * (1.0 - chance))
    b = 1.15 + 2.53 * deviation
    a = -0.0873 + 0.0248 * b + 0.01 * chance
    centre = trials * chance + 0.5
    box = 0.92 - 4.2 / b
    at_mode = None
    while True:
        place = draw() - 0.5
        edge = 0.5 - _fabs(place)
        successes = _floor((2.0 * a / edge + b) * place + centre)
        if not 0 <= successes <= trials:
            continue
        height = draw()
        if height <= box and edge >= 0.07:
            return successes
        if at_mode is None:  # seldom wanted, and then often
            mode = _floor((trials + 1) * chance)
            at_mode = _lgamma(mode + 1) + _lgamma(trials - mode + 1)
            log_odds = _log(chance / (1.0 - chance))
            alpha = (2.83 + 5.1 / b) * deviation
        height *= alpha / (a / (edge * edge) + b)
        if _log(height) <= at_mode - _lgamma(successes + 1) - _lgamma(trials - successes + 1) + (successes - mode) * log_odds:
            return successes


class Random(_random.Random):
    """A generator with a state of its own."""

    VERSION = 3  # of getstate()

    def __init__(self, x=None):
        self.seed(x)

    def __init_subclass__(cls, /, **kwargs):
        # Whole numbers come from what the subclass brings last: its bits, or else its random().
        for base in cls.__mro__:
            own = vars(base)
            if '_randbelow' in own:
                return
            for name, below in ('getrandbits', Random._randbelow_with_getrandbits), ('random', Random._randbelow_without_getrandbits):
                if name in own:
                    cls._randbelow = below
                    return

    # ---- state

    def seed(self, a=None, version=2):
        """Start anew from None (the system's randomness), a number, a text or bytes."""
        if a is not None and not isinstance(a, (int, float, str, bytes, bytearray)):
            raise TypeError('The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.')
        if version == 2 and isinstance(a, (str, bytes, bytearray)):
            text = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(text + _random.sha512(text))
        elif version == 1 and isinstance(a, (str, bytes)):
            a = _string_hash([ord(c) for c in a] if isinstance(a, str) else a)
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """All that later numbers depend on, for setstate()."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Go on from where getstate() was called."""
        if state[0] not in (2, 3):
            raise ValueError(f'state with version {state[0]} passed to Random.setstate() of version {self.VERSION}')
        version, twister, self.gauss_next = state
        if version == 2:  # its words were signed
            twister = tuple(word & 0xFFFF_FFFF for word in twister)
        super().setstate(twister)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return type(self), (), self.getstate()

    # ---- whole numbers and bytes

    def _randbelow_with_getrandbits(self, n):
        width = n.bit_length()
        while (value := self.getrandbits(width)) >= n:
            pass
        return value

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        draw = self.random
        if n >= maxsize:
            return _floor(n * draw())
        usable = (maxsize - maxsize % n) / maxsize  # a whole number of times n
        while (value := draw()) >= usable:
            pass
        return _floor(value * maxsize) % n

    _randbelow = _randbelow_with_getrandbits

    def randbytes(self, n):
        """n bytes."""
        return self.getrandbits(8 * n).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=_ONE):
        """An item of range(start), or of range(start, stop[, step])."""
        first = _index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError('Missing a non-None stop argument')
            if first <= 0:
                raise ValueError('empty range for randrange()')
            return self._randbelow(first)
        width = _index(stop) - first
        stride = _index(step)
        if stride == 1:
            if width <= 0:
                raise ValueError(f'empty range in randrange({start}, {stop})')
            return first + self._randbelow(width)
        if not stride:
            raise ValueError('zero step for randrange()')
        items = -(-width // stride)  # rounded up
        if items <= 0:
            raise ValueError(f'empty range in randrange({start}, {stop}, {step})')
        return first + self._randbelow(items) * stride

    def randint(self, a, b):
        """A whole number from a to b, both included."""
        return self.randrange(a, b + 1)

    # ---- sequences

    def choice(self, seq):
        """An item of a sequence."""
        count = len(seq)
        if not count:
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(count)]

    def shuffle(self, x):
        """Put a list into random order (R. Durstenfeld, Algorithm 235, Communications of the ACM 7 (1964))."""
        below = self._randbelow
        for last in range(len(x) - 1, 0, -1):
            other = below(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        """A list of k items of a sequence from different places; with counts, each item stands for so many equal ones."""
        if isinstance(population, (dict, set, frozenset)) or not (hasattr(population, '__len__') and hasattr(population, '__getitem__')):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        size = len(population)
        if counts is not None:
            ends = list(_accumulate(counts))
            last = size - 1
            if len(ends) != size:
                raise ValueError('The number of counts does not match the population')
            total = ends.pop() if ends else 0
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total < 0:
                raise ValueError('Counts must be non-negative')
            return [population[_place(ends, place, last)] for place in self.sample(range(total), k=k)]
        if k < 0 or k > size:
            raise ValueError('Sample larger than population or is negative')
        below, taken = self._randbelow, [None] * k
        # Which way is taken decides the sequence: CPython compares the memory of a list of the population with that of a set of k places.
        if size > 21 + (4 ** _ceil(_log(3 * k, 4)) if k > 5 else 0):
            places = {}
            while len(places) < k:
                places[below(size)] = True
            return [population[place] for place in places]
        left = list(population)
        for number, last in enumerate(range(size - 1, size - 1 - k, -1)):
            place = below(last + 1)
            taken[number] = left[place]
            left[place] = left[last]
        return taken

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """A list of k items of a sequence, which may repeat; those of greater weight are likelier."""
        draw = self.random
        size = len(population)
        if weights is None and cum_weights is None:
            size = float(size)
            return [population[_floor(size * draw())] for _ in range(k)]
        if cum_weights is None:
            try:
                cum_weights = list(_accumulate(weights))
            except TypeError:
                if isinstance(weights, int):
                    raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}') from None
                raise
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != size:
            raise ValueError('The number of weights does not match the population')
        whole = cum_weights[-1] + 0.0
        if whole <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(whole):
            raise ValueError('Total of weights must be finite')
        last = size - 1  # also where rounding has gone beyond the end
        return [population[_place(cum_weights, draw() * whole, last)] for _ in range(k)]

    # ---- distributions of real numbers

    def uniform(self, a, b):
        """Even between a and b."""
        return a + self.random() * (b - a)

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Between low and high, most often near mode: the inverse of the distribution's integral."""
        part = self.random()
        if mode is None:
            split = 0.5
        elif high == low:
            return low
        else:
            split = (mode - low) / (high - low)
        if part <= split:
            return low + (high - low) * _sqrt(part * split)
        return high + (low - high) * _sqrt((1.0 - part) * (1.0 - split))

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal, by the ratio of two even numbers: A. J. Kinderman and J. F. Monahan, ACM Transactions on Mathematical Software 3 (1977)."""
        draw = self.random
        while True:
            across = draw()
            down = 1.0 - draw()
            ratio = NV_MAGICCONST * (across - 0.5) / down
            if ratio * ratio / 4.0 <= -_log(down):
                return mu + ratio * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Normal, two at a time: G. E. P. Box and M. E. Muller, Annals of Mathematical Statistics 29 (1958)."""
        unit, self.gauss_next = self.gauss_next, None
        if unit is None:
            angle = self.random() * TWOPI
            radius = _sqrt(2.0 * _exponential(self.random))
            unit, self.gauss_next = _cos(angle) * radius, _sin(angle) * radius
        return mu + unit * sigma

    def lognormvariate(self, mu, sigma):
        """That of which the logarithm is normal."""
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """Exponential, of mean 1 / lambd."""
        return _exponential(self.random) / lambd

    def vonmisesvariate(self, mu, kappa):
        """An angle about mu: D. J. Best and N. I. Fisher, Efficient simulation of the von Mises distribution, Applied Statistics 28 (1979)."""
        draw = self.random
        if kappa <= 1e-6:  # the whole circle
            return draw() * TWOPI
        half = 0.5 / kappa
        envelope = half + _sqrt(half * half + 1.0)
        while True:
            z = _cos(draw() * _pi)
            d = z / (envelope + z)
            height = draw()
            if height < 1.0 - d * d or height <= _exp(d) * (1.0 - d):
                break
        rho = 1.0 / envelope
        angle = _acos((rho + z) / (1.0 + rho * z))
        return (mu + angle if draw() > 0.5 else mu - angle) % TWOPI

    def gammavariate(self, alpha, beta):
        """Gamma, of shape alpha and scale beta."""
        if not (alpha > 0.0 and beta > 0.0):
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return _exponential(self.random) * beta
        return (_gamma_above_one if alpha > 1.0 else _gamma_below_one)(self.random, alpha) * beta

    def betavariate(self, alpha, beta):
        """Beta: the first of two gamma numbers as a part of their sum."""
        first = self.gammavariate(alpha, 1.0)
        return first / (first + self.gammavariate(beta, 1.0)) if first else 0.0

    def paretovariate(self, alpha):
        """Pareto, of shape alpha."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull, of scale alpha and shape beta."""
        return alpha * _exponential(self.random) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        """How many of n trials succeed when each does with probability p."""
        if n < 0:
            raise ValueError('n must be non-negative')
        if p <= 0.0 or p >= 1.0:
            if p not in (0.0, 1.0):
                raise ValueError('p must be in the range 0.0 <= p <= 1.0')
            return n if p else 0
        if n == 1:
            return int(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        return (_binomial_by_gaps if n * p < 10.0 else _binomial_by_rejection)(self.random, n, p)


class SystemRandom(Random):
    """Random numbers that nobody can foretell: each is made of the system's randomness."""

    def seed(self, *args, **kwds):
        """Takes any seed, which decides nothing."""
        self.gauss_next = None

    def random(self):
        """A number from 0 up to, but not including, 1."""
        return (int.from_bytes(_urandom(8)) >> 64 - BPF) * RECIP_BPF

    def getrandbits(self, k):
        """An int of k random bits."""
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        return int.from_bytes(_urandom(k + 7 >> 3)) >> -k % 8

    def randbytes(self, n):
        """That many random bytes."""
        return _urandom(n)

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented


_inst = Random()
globals().update((name, getattr(_inst, name)) for name in _OF_GENERATOR)
