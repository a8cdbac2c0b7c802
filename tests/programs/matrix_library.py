"""Matrices over any field: exact fractions of our own, floats, integers modulo a prime. Operators, slicing, decompositions, polynomials."""
import math
from functools import reduce, total_ordering
from itertools import permutations, starmap
from operator import mul


@total_ordering
class Fraction:
    __slots__ = ('n', 'd')

    def __new__(cls, n=0, d=1):
        if isinstance(n, Fraction):
            return n
        if isinstance(n, str):
            top, _, bottom = n.partition('/')
            n, d = int(top), int(bottom or 1)
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self = super().__new__(cls)
        self.n, self.d = n // g, d // g
        return self

    @classmethod
    def lift(cls, value):
        if isinstance(value, int):
            return cls(value)
        return value if isinstance(value, cls) else None

    def _arithmetic(operation):
        def forward(self, other):
            other = self.lift(other)
            return NotImplemented if other is None else operation(self, other)

        def backward(self, other):
            other = self.lift(other)
            return NotImplemented if other is None else operation(other, self)

        return forward, backward

    __add__, __radd__ = _arithmetic(lambda a, b: Fraction(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _arithmetic(lambda a, b: Fraction(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _arithmetic(lambda a, b: Fraction(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _arithmetic(lambda a, b: Fraction(a.n * b.d, a.d * b.n))
    del _arithmetic

    def __neg__(self):
        return Fraction(-self.n, self.d)

    def __pow__(self, exponent):
        if exponent < 0:
            return Fraction(self.d, self.n) ** -exponent
        return Fraction(self.n ** exponent, self.d ** exponent)

    def __abs__(self):
        return Fraction(abs(self.n), self.d)

    def __eq__(self, other):
        other = self.lift(other)
        return NotImplemented if other is None else (self.n, self.d) == (other.n, other.d)

    def __lt__(self, other):
        other = self.lift(other)
        return NotImplemented if other is None else self.n * other.d < other.n * self.d

    def __hash__(self):
        return hash((self.n, self.d)) if self.d != 1 else hash(self.n)

    def __bool__(self):
        return self.n != 0

    def __float__(self):
        return self.n / self.d

    def __int__(self):
        return int(self.n / self.d) if abs(self.n) < 2 ** 50 else self.n // self.d

    def __repr__(self):
        return f'{self.n}/{self.d}' if self.d != 1 else str(self.n)

    def __format__(self, spec):
        return format(float(self), spec) if spec and spec[-1] in 'feg' else format(repr(self), spec)


def modular(prime):
    class Mod:
        modulus = prime

        def __init__(self, value=0):
            self.value = int(value) % prime

        def __add__(self, other):
            return Mod(self.value + int(other))

        def __sub__(self, other):
            return Mod(self.value - int(other))

        def __mul__(self, other):
            return Mod(self.value * int(other))

        __radd__, __rmul__ = __add__, __mul__

        def __truediv__(self, other):
            return Mod(self.value * pow(int(other), -1, prime))

        def __neg__(self):
            return Mod(-self.value)

        def __abs__(self):
            return self

        def __int__(self):
            return self.value

        __index__ = __int__

        def __bool__(self):
            return self.value != 0

        def __eq__(self, other):
            return self.value == int(other) % prime

        def __lt__(self, other):
            return self.value < int(other)

        def __hash__(self):
            return hash(self.value)

        def __repr__(self):
            return f'{self.value}'

    Mod.__name__ = Mod.__qualname__ = f'Mod{prime}'
    return Mod


class ShapeError(ValueError):
    pass


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ShapeError('rows of different lengths')

    @classmethod
    def identity(cls, n, one=1):
        return cls([one if i == j else one * 0 for j in range(n)] for i in range(n))

    @classmethod
    def build(cls, height, width, function):
        return cls([function(i, j) for j in range(width)] for i in range(height))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        match key:
            case (int() as i, int() as j):
                return self.rows[i][j]
            case (int() as i, slice() as s):
                return self.rows[i][s]
            case (slice() as r, int() as j):
                return [row[j] for row in self.rows[r]]
            case (slice() as r, slice() as s):
                return Matrix(row[s] for row in self.rows[r])
            case int():
                return self.rows[key]
            case _:
                raise TypeError(f'matrix indices are numbers or slices, not {type(key).__name__}')

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __iter__(self):
        return iter(self.rows)

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    __hash__ = None

    def _same_shape(self, other):
        if self.shape != other.shape:
            raise ShapeError(f'{self.shape} and {other.shape} do not agree')

    def __add__(self, other):
        self._same_shape(other)
        return Matrix(map(lambda r, s: map(lambda x, y: x + y, r, s), self, other))

    def __sub__(self, other):
        return self + -1 * other

    def __neg__(self):
        return -1 * self

    def __mul__(self, factor):
        if isinstance(factor, Matrix):
            return NotImplemented
        return Matrix([x * factor for x in row] for row in self)

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ShapeError(f'{self.shape} cannot be multiplied by {other.shape}')
        columns = list(zip(*other.rows))
        return Matrix([reduce(lambda a, b: a + b, map(mul, row, column)) for column in columns] for row in self)

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    def __pow__(self, exponent):
        if exponent < 0:
            return self.inverse() ** -exponent
        result, base = Matrix.identity(self.shape[0]), self
        while exponent:
            if exponent & 1:
                result = result @ base
            base = base @ base
            exponent >>= 1
        return result

    def __or__(self, other):
        """The two side by side."""
        return Matrix([*a, *b] for a, b in zip(self, other))

    def __repr__(self):
        return f'Matrix({self.rows!r})'

    def __format__(self, spec):
        cells = [[format(x, spec) for x in row] for row in self]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return '\n'.join('[' + '  '.join(cell.rjust(w) for cell, w in zip(row, widths)) + ']' for row in cells)

    def reduced(self):
        """Row echelon form, rank, and the factor of the determinant."""
        rows = [row[:] for row in self.rows]
        height, width = self.shape
        rank, sign = 0, 1
        for column in range(width):
            pivot = max(range(rank, height), key=lambda r: abs(rows[r][column]), default=None)
            if pivot is None or not rows[pivot][column]:
                continue
            if pivot != rank:
                rows[rank], rows[pivot] = rows[pivot], rows[rank]
                sign = -sign
            head = rows[rank][column]
            for r in range(height):
                if r > rank and rows[r][column]:
                    factor = rows[r][column] / head
                    rows[r] = [x - factor * y for x, y in zip(rows[r], rows[rank])]
            rank += 1
        return Matrix(rows), rank, sign

    def determinant(self):
        height, width = self.shape
        if height != width:
            raise ShapeError('only a square matrix has a determinant')
        rows, rank, sign = self.reduced()
        if rank < height:
            return self[0, 0] * 0
        return reduce(mul, (rows[i, i] for i in range(height))) * sign

    def leibniz(self):
        """The determinant again, by its definition."""
        n = self.shape[0]

        def sign(p):
            return (-1) ** sum(p[i] > p[j] for i in range(n) for j in range(i + 1, n))

        return sum((sign(p) * reduce(mul, (self[i, p[i]] for i in range(n))) for p in permutations(range(n))), start=self[0, 0] * 0)

    def solve(self, right):
        n = self.shape[0]
        rows, rank, _ = (self | right).reduced()
        if any(not rows[i, i] for i in range(n)):
            raise ZeroDivisionError('the matrix is singular')
        solution = [None] * n
        for i in reversed(range(n)):
            known = [sum((rows[i, j] * solution[j][k] for j in range(i + 1, n)), start=rows[i, 0] * 0) for k in range(right.shape[1])]
            solution[i] = [(b - s) / rows[i, i] for b, s in zip(rows[i][n:], known)]
        return Matrix(solution)

    def inverse(self):
        one = next(x for row in self for x in row if x)
        return self.solve(Matrix.identity(self.shape[0], one / one))

    def trace(self):
        return sum((self[i, i] for i in range(1, min(self.shape))), start=self[0, 0])

    def characteristic(self):
        """Coefficients of the characteristic polynomial, by Faddeev and LeVerrier."""
        n = self.shape[0]
        coefficients, m = [1], Matrix.identity(n) * 0
        for k in range(1, n + 1):
            m = self @ m + coefficients[-1] * Matrix.identity(n)
            coefficients.append((self @ m).trace() * Fraction(-1, k))
        return coefficients


def polynomial(coefficients, x='x'):
    terms = []
    for power, c in zip(range(len(coefficients) - 1, -1, -1), coefficients):
        if c:
            body = {0: '', 1: x}.get(power, f'{x}^{power}')
            size = '' if abs(c) == 1 and power else repr(abs(c))
            terms.append(f"{'-' if c < 0 else '+'} {size}{body}")
    return ' '.join(terms).removeprefix('+ ') or '0'


def main():
    F = Fraction
    print(F(6, -4), F('3/9'), F(1, 2) + 1, 1 - F(1, 3), F(2, 3) * F(3, 2), 2 / F(4, 6), F(-2, 3) ** -3, F(1, 2) < F(2, 3) <= 1, max(F(1, 2), F(3, 7)))
    print(hash(F(3)) == hash(3), {F(1, 2): 'half'}[F(2, 4)], f'{F(1, 3):.4f}|{F(1, 3):>6}|{F(22, 7)}', sorted([F(1, 2), F(1, 3), 1, 0, F(-1, 5)]))
    a = Matrix([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
    exact = Matrix(map(F, row) for row in a)
    print(a @ a, a ** 5, sep='\n')
    print(f'{exact.inverse()}')
    print(exact @ exact.inverse() == Matrix.identity(3), exact ** -2 @ exact ** 2 == Matrix.identity(3))
    print(exact.determinant(), a.leibniz(), polynomial(exact.characteristic()))
    hilbert = Matrix.build(5, 5, lambda i, j: F(1, i + j + 1))
    print(f'{hilbert.inverse():>8}')
    print(hilbert.determinant(), hilbert.leibniz() == hilbert.determinant(), hilbert.reduced()[1])
    floats = Matrix([float(x) for x in row] for row in hilbert)
    print(f'{floats.inverse():.1f}')
    print(f'{floats.determinant():.6e}', f'{floats.solve(Matrix([[1.0]] * 5)):.3f}'.replace('\n', ' '))
    Mod7 = modular(7)
    m = Matrix([[Mod7(3 * i + j * j + 1) for j in range(3)] for i in range(3)])
    print(m, m.determinant(), m.reduced()[1], Mod7.__name__)
    m[0, 0] = Mod7(5)
    m[1, 2] = Mod7(2)
    print(m.inverse(), (m @ m.inverse()).rows == Matrix.identity(3).rows)
    print(a[0, 1], a[1, :2], a[:, 2], a[1:, :2], a[-1], a.T == a, (a | a).shape, -a + a == a - a)
    b = Matrix([[1, 2], [3, 4]])
    b @= Matrix([[0, 1], [1, 0]])
    print(b, b.trace(), Matrix([[1, 1], [1, 0]]) ** 90)
    for attempt in (lambda: a + b, lambda: a @ b, lambda: Matrix([[1], [1, 2]]), lambda: a * a, lambda: a['x'], lambda: {a: 1}, lambda: F(1, 0),
                    lambda: Matrix([[F(1), F(2)], [F(2), F(4)]]).inverse(), lambda: a[:1, :].determinant(), lambda: F(1) + 'x', lambda: F(1) < None, lambda: a[5, 0]):
        try:
            attempt()
        except Exception as error:
            print(f'{type(error).__name__}: {error}')
    print(list(starmap(lambda n, d: repr(F(n, d)), ((1, 2), (4, 2), (0, 5)))))


main()
