"""A bank: records made by a metaclass, money as exact cents, transactions as context managers with rollback, an exception hierarchy, an audit log."""
import functools
import itertools
import operator
import sys

MISSING = object()


class Attribute:
    """A checked attribute of a record: annotation, default, converter, validator."""

    def __init__(self, kind, default=MISSING, *, convert=None, check=None, frozen=False):
        self.kind, self.default, self.convert, self.check, self.frozen = kind, default, convert, check, frozen

    def __set_name__(self, owner, name):
        self.name, self.slot = name, '_' + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        try:
            return instance.__dict__[self.slot]
        except KeyError:
            raise AttributeError(f'{type(instance).__name__}.{self.name} is not set') from None

    def __set__(self, instance, value):
        if self.frozen and self.slot in instance.__dict__:
            raise AttributeError(f'{self.name} cannot change')
        if self.convert and not isinstance(value, self.kind):
            value = self.convert(value)
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} must be {self.kind.__name__}, not {type(value).__name__}')
        if self.check and not self.check(value):
            raise ValueError(f'{self.name} cannot be {value!r}')
        instance.__dict__[self.slot] = value

    def __delete__(self, instance):
        raise AttributeError(f'{self.name} cannot be deleted')


class RecordMeta(type):
    records = []

    @classmethod
    def __prepare__(mcls, name, bases, **options):
        return {'__annotations__': {}}

    def __new__(mcls, name, bases, namespace, *, order=False, **options):
        annotations = namespace.get('__annotations__', {})
        for attribute, kind in annotations.items():
            given = namespace.get(attribute, MISSING)
            if not isinstance(given, Attribute) and isinstance(kind, type):
                namespace[attribute] = Attribute(kind, given)
        cls = super().__new__(mcls, name, bases, namespace)
        inherited = {k: v for base in reversed(cls.__mro__[1:]) for k, v in getattr(base, 'attributes', {}).items()}
        own = {k: namespace[k] for k in (*annotations, *namespace) if isinstance(namespace.get(k), Attribute)}
        cls.attributes = inherited | own
        required = [a.default is MISSING for a in cls.attributes.values()]
        if required != sorted(required, reverse=True):
            raise TypeError(f'{name}: a required attribute follows one with a default')
        if order:
            for method in ('__lt__', '__le__', '__gt__', '__ge__'):
                compare = getattr(operator, method)

                def comparison(self, other, compare=compare):
                    if type(self) is not type(other):
                        return NotImplemented
                    return compare(self.astuple(), other.astuple())

                comparison.__name__ = method
                setattr(cls, method, comparison)
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        if bases:
            RecordMeta.records.append(name)

    def __len__(cls):
        return len(cls.attributes)


class Record(metaclass=RecordMeta):
    def __init__(self, *values, **named):
        names = list(self.attributes)
        if len(values) > len(names):
            raise TypeError(f'{type(self).__name__} takes {len(names)} values, not {len(values)}')
        given = dict(zip(names, values))
        if twice := given.keys() & named.keys():
            raise TypeError(f'given twice: {", ".join(sorted(twice))}')
        if unknown := named.keys() - set(names):
            raise TypeError(f'unknown: {", ".join(sorted(unknown))}')
        given |= named
        for name, attribute in self.attributes.items():
            value = given.get(name, attribute.default)
            if value is MISSING:
                raise TypeError(f'{type(self).__name__} needs {name}')
            setattr(self, name, value() if value is list or value is dict else value)

    def astuple(self):
        return tuple(getattr(self, name) for name in self.attributes)

    def replace(self, **changes):
        return type(self)(**{name: getattr(self, name) for name in self.attributes} | changes)

    def __eq__(self, other):
        return self.astuple() == other.astuple() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash(self.astuple())

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.attributes)})"


@functools.total_ordering
class Money:
    """An amount in cents."""

    __slots__ = ('cents',)

    def __init__(self, amount=0):
        if isinstance(amount, str):
            sign = -1 if amount.startswith('-') else 1
            whole, _, fraction = amount.lstrip('-').replace(',', '').partition('.')
            if len(fraction) > 2 or not (whole + fraction).isdigit():
                raise ValueError(f'not an amount: {amount!r}')
            amount = sign * (int(whole or 0) * 100 + int(fraction.ljust(2, '0')))
        self.cents = amount

    @classmethod
    def of(cls, cents):
        money = cls()
        money.cents = cents
        return money

    def __add__(self, other):
        return Money.of(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return Money.of(-self.cents)

    def __mul__(self, factor):
        """Rounds half to even, as banks do."""
        numerator, denominator = factor if isinstance(factor, tuple) else (factor, 1)
        quotient, rest = divmod(self.cents * numerator, denominator)
        if 2 * rest > denominator or (2 * rest == denominator and quotient & 1):
            quotient += 1
        return Money.of(quotient)

    def split(self, n):
        share, rest = divmod(self.cents, n)
        return [Money.of(share + (i < rest)) for i in range(n)]

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents if isinstance(other, Money) else NotImplemented

    def __hash__(self):
        return hash(self.cents)

    def __bool__(self):
        return self.cents != 0

    def __str__(self):
        return f"{'-' if self.cents < 0 else ''}{abs(self.cents) // 100:,}.{abs(self.cents) % 100:02d}"

    def __repr__(self):
        return f'Money({str(self)!r})'

    def __format__(self, spec):
        return format(str(self), spec)


class BankError(Exception):
    code = 1

    def __init_subclass__(cls, code=None, **rest):
        super().__init_subclass__(**rest)
        cls.code = code if code is not None else cls.code


class UnknownAccount(BankError, LookupError, code=10):
    def __init__(self, number):
        super().__init__(f'no account {number}')
        self.number = number


class InsufficientFunds(BankError, code=20):
    def __init__(self, account, wanted):
        super().__init__(account.number, wanted)
        self.account, self.wanted = account, wanted

    @property
    def short(self):
        return self.wanted - self.account.balance

    def __str__(self):
        return f'account {self.account.number} is short of {self.short}'


class Frozen(BankError, code=30):
    pass


class Entry(Record, order=True):
    serial: int
    kind: str
    amount: Money
    note: str = ''


class Account(Record):
    number: int = Attribute(int, check=lambda n: n > 0, frozen=True)
    owner: str = Attribute(str, check=str.strip)
    balance: Money = Attribute(Money, Money(), convert=Money)
    entries: list = list
    frozen: bool = False

    minimum = Money()

    def withdraw(self, amount):
        if self.frozen:
            raise Frozen(f'account {self.number} is frozen')
        if self.balance - amount < self.minimum:
            raise InsufficientFunds(self, amount)
        self.balance -= amount

    def deposit(self, amount):
        if amount < Money():
            raise ValueError('negative deposit')
        self.balance += amount


class Savings(Account):
    rate: tuple = (2, 100)

    def month(self):
        numerator, denominator = self.rate
        return self.balance * (numerator, denominator * 12)


class Credit(Account):
    minimum = Money('-500')


class Transaction:
    """Everything inside happens, or nothing: balances and entries are put back when the block is left by an exception."""

    def __init__(self, bank, note, *, tolerate=()):
        self.bank, self.note, self.tolerate = bank, note, tolerate
        self.saved = {}

    def __enter__(self):
        self.bank.depth += 1
        self.bank.log('begin', self.note)
        return self

    def touch(self, account):
        self.saved.setdefault(account.number, (account, account.balance, len(account.entries)))
        return account

    def __exit__(self, kind, error, traceback):
        try:
            if error is None:
                self.bank.log('commit', self.note)
                return False
            for account, balance, length in self.saved.values():
                account.balance = balance
                del account.entries[length:]
            self.bank.log('rollback', f'{self.note}: {kind.__name__}')
            return issubclass(kind, self.tolerate)
        finally:
            self.bank.depth -= 1


def audited(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        try:
            result = method(self, *args, **kwargs)
        except BankError as error:
            error.add_note(f'in {method.__name__}{args}')
            self.failures[type(error).__name__] = self.failures.get(type(error).__name__, 0) + 1
            raise
        else:
            self.successes += 1
            return result
        finally:
            self.calls += 1
    return wrapper


class Bank:
    def __init__(self):
        self.accounts, self.lines, self.failures = {}, [], {}
        self.serial = itertools.count(1)
        self.depth = self.calls = self.successes = 0

    def log(self, event, text):
        self.lines.append(f"{'  ' * (self.depth - 1)}{event} {text}")

    def open(self, account):
        if account.number in self.accounts:
            raise BankError('number taken')
        self.accounts[account.number] = account
        return account

    def __getitem__(self, number):
        try:
            return self.accounts[number]
        except KeyError:
            raise UnknownAccount(number) from None

    def enter(self, account, kind, amount, note):
        account.entries.append(Entry(next(self.serial), kind, amount, note))

    @audited
    def transfer(self, source, target, amount, note='transfer'):
        amount = Money(amount)
        with Transaction(self, f'{note} {amount}') as transaction:
            giver = transaction.touch(self[source])
            taker = transaction.touch(self[target])
            self.enter(giver, 'out', amount, note)
            giver.withdraw(amount)
            taker.deposit(amount)
            self.enter(taker, 'in', amount, note)

    @audited
    def distribute(self, source, targets, amount):
        with Transaction(self, f'distribute {amount}', tolerate=(Frozen,)) as outer:
            outer.touch(self[source])
            for target, share in zip(targets, Money(amount).split(len(targets))):
                outer.touch(self[target])
                self.transfer(source, target, str(share), 'share')
            return True
        return False

    def total(self):
        return sum(account.balance for account in self.accounts.values())

    def interest(self):
        for account in self.accounts.values():
            match account:
                case Savings(balance=balance) if balance > Money():
                    yield account, account.month()
                case Credit(balance=balance) if balance < Money():
                    yield account, balance * (1, 100)
                case Account(owner=name, frozen=True):
                    yield name, None


def statement(account):
    width = 40
    yield f'{account.owner:-^{width}}'
    running = Money()
    for entry in account.entries:
        signed = entry.amount if entry.kind == 'in' else -entry.amount
        running += signed
        yield f'{entry.serial:>3} {entry.note:<16}{signed:>20}'
    yield f"{'balance':<20}{account.balance:>{width - 20}}"


def attempt(function, *args, **kwargs):
    try:
        print('ok', function(*args, **kwargs))
    except BankError as error:
        notes = getattr(error, '__notes__', [])
        print(f'{type(error).__name__}({error.code}): {error}', *notes, sep='\n    ')
    except (TypeError, ValueError, AttributeError) as error:
        print(f'{type(error).__name__}: {error}')


def main():
    bank = Bank()
    ann = bank.open(Account(1, 'Ann', '1000'))
    bob = bank.open(Savings(number=2, owner='Bob', balance=Money('250.50'), rate=(3, 100)))
    eve = bank.open(Credit(3, 'Eve'))
    print(ann, len(Savings), Savings.attributes.keys() == {*Account.attributes, 'rate'}, RecordMeta.records)
    start = bank.total()
    attempt(bank.transfer, 1, 2, '99.99', 'rent')
    attempt(bank.transfer, 3, 1, '400', note='loan')
    attempt(bank.transfer, 3, 1, '400', note='loan')
    attempt(bank.transfer, 1, 9, '1')
    attempt(bank.transfer, 1, 2, '1.234')
    attempt(bank.distribute, 1, [2, 3, 2], '100')
    attempt(bank.distribute, 1, [2, 3], '5000')
    bob.frozen = True
    attempt(bank.transfer, 2, 1, '5')
    attempt(bank.distribute, 2, [1, 3], '10')
    print(bank.total() == start, start, bank.calls, bank.successes, bank.failures)
    for account in (ann, bob, eve):
        print(*statement(account), sep='\n')
    print(*bank.lines, sep='\n')
    for account, interest in bank.interest():
        print(getattr(account, 'owner', account), repr(interest))

    attempt(Account, 0, 'Nobody')
    attempt(Account, 4, ' ')
    attempt(Account, 4)
    attempt(Account, 4, 'Max', 5, [], False, 6)
    attempt(Account, 4, 'Max', owner='Moritz')
    attempt(Account, 4, 'Max', colour='red')
    attempt(Account, '4', 'Max')
    attempt(setattr, ann, 'number', 7)
    attempt(delattr, ann, 'owner')
    attempt(ann.deposit, Money('-1'))
    attempt(bank.open, ann)
    attempt(lambda: Money('1') + 1)
    attempt(lambda: Entry(1, 'in', Money()) < 3)
    attempt(type(Record), 'Bad', (Record,), {'a': Attribute(int, 1), 'b': Attribute(int)})
    first, second = ann.entries[0], ann.entries[0].replace(note='changed')
    print(first == second, first < second, sorted([second, first]) == [second, first], hash(first) == hash(first.replace()), second)
    print([str(Money(x) * (1, 8)) for x in ('1', '0.20', '0.60', '-0.20', '1,234,567.89')], Money('10').split(3), max(Money('2'), Money('1')) >= Money('2'))
    print(Money('-0.05'), Money(''.join('12')) == Money('12'), bool(Money()), {Money('1'): 'one'}[Money('1.00')])
    try:
        with Transaction(bank, 'outer') as outer:
            outer.touch(ann)
            ann.balance = Money('0')
            try:
                bank[77]
            except UnknownAccount as error:
                raise InsufficientFunds(ann, Money('5')) from error
    except InsufficientFunds as error:
        print(error, '|', repr(error.__cause__), '|', error.args, error.short, isinstance(error.__cause__, LookupError))
    return 0


if __name__ == '__main__':
    sys.exit(main())
