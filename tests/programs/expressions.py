"""A calculator: tokenizer, precedence climbing, an immutable tree with visitors, symbolic derivatives, simplification, and code generation to lambdas."""
import math
import operator
import sys
from functools import singledispatch


class CalcError(Exception):
    """Carries the column where the trouble is."""

    def __init__(self, message, column):
        super().__init__(message)
        self.column = column

    def __str__(self):
        return f'{super().__str__()} (column {self.column + 1})'


class Token:
    __slots__ = 'kind', 'text', 'column'
    __match_args__ = ('kind', 'text')

    def __init__(self, kind, text, column):
        self.kind, self.text, self.column = kind, text, column

    def __repr__(self):
        return f'{self.kind}:{self.text}'


def tokenize(source):
    i = 0
    while i < len(source):
        c, start = source[i], i
        if c.isspace():
            i += 1
            continue
        if c.isdigit() or (c == '.' and source[i + 1:i + 2].isdigit()):
            while i < len(source) and (source[i].isalnum() or source[i] == '.' or (source[i] in '+-' and source[i - 1] in 'eE')):
                i += 1
            kind = 'number'
        elif c.isidentifier():
            while i < len(source) and (source[i].isalnum() or source[i] == '_'):
                i += 1
            kind = 'name'
        else:
            i += 2 if source[i:i + 2] in {'**', '//', '<=', '>=', '==', '!=', '&&', '||'} else 1
            kind = 'operator'
            if source[start:i] not in OPERATORS:
                raise CalcError(f'unexpected {source[start:i]!r}', start)
        yield Token(kind, source[start:i], start)
    yield Token('end', '', len(source))


# precedence, right associative, function
BINARY = {
    '||': (1, False, lambda a, b: a or b), '&&': (2, False, lambda a, b: a and b),
    '==': (3, False, operator.eq), '!=': (3, False, operator.ne), '<': (4, False, operator.lt), '<=': (4, False, operator.le),
    '>': (4, False, operator.gt), '>=': (4, False, operator.ge), '+': (5, False, operator.add), '-': (5, False, operator.sub),
    '*': (6, False, operator.mul), '/': (6, False, operator.truediv), '//': (6, False, operator.floordiv), '%': (6, False, operator.mod),
    '**': (8, True, operator.pow),
}
UNARY = {'-': (7, operator.neg), '+': (7, operator.pos), '!': (7, operator.not_)}
OPERATORS = {*BINARY, *UNARY, '(', ')', ',', '=', '?', ':'}


class NodeMeta(type):
    """Gives each node class a constructor, equality, hashing and repr from its `fields`."""

    def __new__(mcls, name, bases, namespace):
        fields = tuple(namespace.get('fields', '').split()) if isinstance(namespace.get('fields'), str) else ()
        namespace['fields'] = fields
        namespace['__slots__'] = (*fields, '_hash')
        namespace['__match_args__'] = fields
        return super().__new__(mcls, name, bases, namespace)

    def __call__(cls, *values):
        if len(values) != len(cls.fields):
            raise TypeError(f'{cls.__name__} takes {len(cls.fields)} values, not {len(values)}')
        node = cls.__new__(cls)
        for name, value in zip(cls.fields, values):
            object.__setattr__(node, name, value)
        object.__setattr__(node, '_hash', hash((cls, *values)))
        return node


class Node(metaclass=NodeMeta):
    def __setattr__(self, name, value):
        raise AttributeError(f'{type(self).__name__} is immutable')

    @property
    def values(self):
        return tuple(getattr(self, name) for name in self.fields)

    def __eq__(self, other):
        return type(self) is type(other) and self.values == other.values

    def __hash__(self):
        return self._hash

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.values))})"


class Num(Node):
    fields = 'value'


class Var(Node):
    fields = 'name'


class Un(Node):
    fields = 'op operand'


class Bin(Node):
    fields = 'op left right'


class Call(Node):
    fields = 'function arguments'


class Cond(Node):
    fields = 'test yes no'


class Define(Node):
    fields = 'name parameters body'


class Parser:
    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def accept(self, *texts):
        if self.token.kind == 'operator' and self.token.text in texts:
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def require(self, text):
        if not self.accept(text):
            found = self.token.text or 'the end'
            raise CalcError(f'expected {text!r} but found {found!r}', self.token.column)

    def statement(self):
        match self.tokens:
            case [Token('name', name), Token('operator', '='), *_]:
                self.at = 2
                node = Define(name, None, self.expression())
            case [Token('name', name), Token('operator', '('), *_] if any(t.text == '=' for t in self.tokens):
                self.at = 2
                parameters = []
                while not self.accept(')'):
                    if parameters:
                        self.require(',')
                    if self.token.kind != 'name':
                        raise CalcError('a parameter must be a name', self.token.column)
                    parameters.append(self.token.text)
                    self.at += 1
                self.require('=')
                node = Define(name, tuple(parameters), self.expression())
            case _:
                node = self.expression()
        if self.token.kind != 'end':
            raise CalcError(f'unexpected {self.token.text!r}', self.token.column)
        return node

    def expression(self):
        test = self.binary(1)
        if self.accept('?'):
            yes = self.expression()
            self.require(':')
            return Cond(test, yes, self.expression())
        return test

    def binary(self, minimum):
        left = self.unary()
        while self.token.kind == 'operator' and self.token.text in BINARY:
            precedence, right_associative, _ = BINARY[op := self.token.text]
            if precedence < minimum:
                break
            self.at += 1
            left = Bin(op, left, self.binary(precedence + (not right_associative)))
        return left

    def unary(self):
        if token := self.accept(*UNARY):
            return Un(token.text, self.binary(UNARY[token.text][0]))
        return self.atom()

    def atom(self):
        token = self.token
        self.at += 1
        match token:
            case Token('number', text):
                try:
                    return Num(int(text, 0) if text.isalnum() and 'e' not in text.lower().removeprefix('0x') else float(text))
                except ValueError:
                    raise CalcError(f'bad number {text!r}', token.column) from None
            case Token('name', name):
                if not self.accept('('):
                    return Var(name)
                arguments = []
                while not self.accept(')'):
                    if arguments:
                        self.require(',')
                    arguments.append(self.expression())
                return Call(name, tuple(arguments))
            case Token('operator', '('):
                inner = self.expression()
                self.require(')')
                return inner
            case Token('end'):
                raise CalcError('unexpected end', token.column)
            case _:
                raise CalcError(f'unexpected {token.text!r}', token.column)


@singledispatch
def show(node, outer=0):
    raise TypeError(f'cannot show {node!r}')


@show.register(Num)
def _(node, outer=0):
    return str(node.value)


@show.register(Var)
def _(node, outer=0):
    return node.name


@show.register(Un)
def _(node, outer=0):
    text = node.op + show(node.operand, UNARY[node.op][0])
    return f'({text})' if outer > UNARY[node.op][0] else text


@show.register(Bin)
def _(node, outer=0):
    precedence, right, _ = BINARY[node.op]
    text = f'{show(node.left, precedence + right)} {node.op} {show(node.right, precedence + (not right))}'
    return f'({text})' if outer > precedence else text


@show.register(Call)
def _(node, outer=0):
    return f"{node.function}({', '.join(map(show, node.arguments))})"


@show.register(Cond)
def _(node, outer=0):
    return f'({show(node.test)} ? {show(node.yes)} : {show(node.no)})'


def simplify(node):
    match node:
        case Bin(op, left, right):
            left, right = simplify(left), simplify(right)
            match op, left, right:
                case _, Num(a), Num(b) if op != '/' or (b and a % b == 0):
                    value = BINARY[op][2](a, b)
                    return Num(int(value) if op == '/' else value)
                case ('+', Num(0), x) | ('+', x, Num(0)) | ('-', x, Num(0)) | ('*', Num(1), x) | ('*', x, Num(1)) | ('/', x, Num(1)) | ('**', x, Num(1)):
                    return x
                case ('*', Num(0), _) | ('*', _, Num(0)):
                    return Num(0)
                case '**', _, Num(0):
                    return Num(1)
                case '-', a, b if a == b:
                    return Num(0)
                case '+', a, b if a == b:
                    return simplify(Bin('*', Num(2), a))
                case '*', a, Num() as n:
                    return Bin('*', n, a)
                case '*', Num(a), Bin('*', Num(b), x):
                    return Bin('*', Num(a * b), x)
            return Bin(op, left, right)
        case Un('-', operand):
            match simplify(operand):
                case Num(value):
                    return Num(-value)
                case Un('-', inner):
                    return inner
                case other:
                    return Un('-', other)
        case Call(function, arguments):
            return Call(function, tuple(map(simplify, arguments)))
    return node


def derive(node, x):
    match node:
        case Num():
            return Num(0)
        case Var(name):
            return Num(int(name == x))
        case Un('-', operand):
            return Un('-', derive(operand, x))
        case Bin('+' | '-' as op, a, b):
            return Bin(op, derive(a, x), derive(b, x))
        case Bin('*', a, b):
            return Bin('+', Bin('*', derive(a, x), b), Bin('*', a, derive(b, x)))
        case Bin('/', a, b):
            return Bin('/', Bin('-', Bin('*', derive(a, x), b), Bin('*', a, derive(b, x))), Bin('**', b, Num(2)))
        case Bin('**', a, Num(n)):
            return Bin('*', Bin('*', Num(n), Bin('**', a, Num(n - 1))), derive(a, x))
        case Call('sin', (a,)):
            return Bin('*', Call('cos', (a,)), derive(a, x))
        case Call('cos', (a,)):
            return Un('-', Bin('*', Call('sin', (a,)), derive(a, x)))
        case Call('exp', (a,)):
            return Bin('*', node, derive(a, x))
        case _:
            raise ValueError(f'cannot derive {show(node)}')


class Calculator:
    MAX_DEPTH = 60

    def __init__(self):
        self.names = {'pi': math.pi, 'e': math.e}
        self.functions = {name: getattr(math, name) for name in ('sin', 'cos', 'sqrt', 'exp', 'log', 'floor', 'gcd', 'factorial')}
        self.functions |= {'max': max, 'min': min, 'abs': abs, 'round': round}
        self.depth = 0

    def compile(self, node):
        """A function of the environment."""
        match node:
            case Num(value):
                return lambda env: value
            case Var(name):
                def variable(env):
                    try:
                        return env[name] if name in env else self.names[name]
                    except KeyError:
                        raise NameError(f'{name} is not defined') from None
                return variable
            case Un(op, operand):
                function, operand = UNARY[op][1], self.compile(operand)
                return lambda env: function(operand(env))
            case Bin('&&', left, right):
                left, right = self.compile(left), self.compile(right)
                return lambda env: left(env) and right(env)
            case Bin('||', left, right):
                left, right = self.compile(left), self.compile(right)
                return lambda env: left(env) or right(env)
            case Bin(op, left, right):
                function, left, right = BINARY[op][2], self.compile(left), self.compile(right)
                return lambda env: function(left(env), right(env))
            case Cond(test, yes, no):
                test, yes, no = map(self.compile, (test, yes, no))
                return lambda env: yes(env) if test(env) else no(env)
            case Call(name, arguments):
                compiled = [self.compile(a) for a in arguments]

                def call(env):
                    if name not in self.functions:
                        raise NameError(f'no function {name}')
                    self.depth += 1
                    try:
                        if self.depth > self.MAX_DEPTH:
                            raise RecursionError(f'{name} calls itself too often')
                        return self.functions[name](*(a(env) for a in compiled))
                    finally:
                        self.depth -= 1
                return call

    def run(self, source):
        match Parser(source).statement():
            case Define(name, None, body):
                self.names[name] = value = self.compile(body)({})
                return f'{name} = {value}'
            case Define(name, parameters, body):
                compiled = self.compile(body)

                def function(*values):
                    if len(values) != len(parameters):
                        raise TypeError(f'{name} takes {len(parameters)} argument(s), not {len(values)}')
                    return compiled(dict(zip(parameters, values)))

                self.functions[name] = function
                return f"{name}({', '.join(parameters)}) defined"
            case node:
                return self.compile(node)({})


SESSION = '''
1 + 2 * 3 - 4 / 2
2 ** 3 ** 2
-2 ** 2
(1 + 2) * -(3 - 5) ** 3 % 7
7 // 2 * 2 + 7 % 2 == 7
0x1F + 1e3 + .5
1 < 2 && 2 < 1 || 5
r = 3
area = pi * r ** 2
fact(n) = n <= 1 ? 1 : n * fact(n - 1)
fact(30)
fib(n) = n < 2 ? n : fib(n - 1) + fib(n - 2)
fib(15)
hyp(a, b) = sqrt(a ** 2 + b ** 2)
hyp(3, 4)
max(1, r, 2) + gcd(12, 18)
!(r > 2) == 0
loop(n) = loop(n + 1)
loop(0)
hyp(1)
1 +
2 * (3 + 4
1 $ 2
5 5
0b12
unknown + 1
nothing(1)
1 / (r - 3)
sqrt(-1)
f(1) = 2
max()
"x"
'''


def main():
    calculator = Calculator()
    for line in SESSION.strip().splitlines():
        try:
            print(f'{line:32} {calculator.run(line)}')
        except CalcError as error:
            print(f'{line:32} {error}\n{" " * error.column}^')
        except (ArithmeticError, NameError, TypeError, ValueError, RecursionError) as error:
            print(f'{line:32} {type(error).__name__}: {error}')
    tree = Parser('-(a + b) * c ** -2 ** d - f(x, (y - z) - w, y - (z - w)) / (2 / 3)').statement()
    print(tree)
    print(show(tree), Parser(show(tree)).statement() == tree, hash(tree) == hash(Parser(show(tree)).statement()))
    for source in ('x ** 3 + 2 * x', '3 * x ** 2 * x', 'sin(x ** 2)', 'exp(2 * x) / x', 'x * y + y', '-cos(x)', 'x ** x'):
        node = Parser(source).statement()
        try:
            print(f'd/dx {source:16} = {show(simplify(derive(node, "x")))}')
        except ValueError as error:
            print(f'd/dx {source:16} : {error}')
    for source in ('0 + x * 1', '2 * 3 + x - x', '(x + 0) ** 1 + (x + 0)', '6 / 3 * x * 2', '--x', '1 / 0 * x'):
        print(f'{source:24} -> {show(simplify(Parser(source).statement()))}')
    for attempt in (lambda: setattr(Num(1), 'value', 2), lambda: Num(), lambda: show(3), lambda: Num(1).colour):
        try:
            attempt()
        except (AttributeError, TypeError) as error:
            print(type(error).__name__, error)
    print([t for t in tokenize('a1<=2.5e-3&&b!=(c)')], {Num(1): 'one'}[Num(1)], Num(1) == Num(1.0), Num(1) != Var('x'))


if __name__ == '__main__':
    sys.exit(main())
