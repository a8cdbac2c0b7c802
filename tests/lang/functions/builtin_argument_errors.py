def attempt(text):
    try:
        print(eval(text))
    except TypeError as error:
        print(f'{text}: {error}')


for text in ('len()', 'len(1, 2)', 'len(5)', 'len(x=1)', 'abs()', 'abs("a")', 'ord("ab")', 'ord(5)', 'chr("a")', 'isinstance(1)', 'isinstance(1, 2)', 'int("1", base="x")', 'int([])',
             'range()', 'range("a")', 'range(1.5)', '[].append()', '[].append(1, 2)', '"".join(1)', '"".join([1])', '"a".split(1)', 'sorted()', 'sorted(5)', 'sum("ab")', 'max()',
             'max(5)', 'iter(5)', 'next([])', 'getattr(1)', 'print(sep=1)', 'print(foo=1)', 'dict(1)', 'dict([1])', 'tuple(5)', 'float([])', 'str(1, 2)', 'bool(1, 2)', 'hash([])',
             'hash({})', '{[]: 1}', '{[]}', 'divmod(1)', 'pow(1)', 'round("a")', 'zip(5)', 'enumerate(5)', 'map(len)', 'reversed({1})', 'id()', 'callable()', 'type()'):
    attempt(text)
# expect: len(): len() takes exactly one argument (0 given)
# expect: len(1, 2): len() takes exactly one argument (2 given)
# expect: len(5): object of type 'int' has no len()
# expect: len(x=1): len() takes no keyword arguments
# expect: abs(): abs() takes exactly one argument (0 given)
# expect: abs("a"): bad operand type for abs(): 'str'
# expect: ord("ab"): ord() expected a character, but string of length 2 found
# expect: ord(5): ord() expected string of length 1, but int found
# expect: chr("a"): 'str' object cannot be interpreted as an integer
# expect: isinstance(1): isinstance expected 2 arguments, got 1
# expect: isinstance(1, 2): isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: int("1", base="x"): 'str' object cannot be interpreted as an integer
# expect: int([]): int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: range(): range expected at least 1 argument, got 0
# expect: range("a"): 'str' object cannot be interpreted as an integer
# expect: range(1.5): 'float' object cannot be interpreted as an integer
# expect: [].append(): list.append() takes exactly one argument (0 given)
# expect: [].append(1, 2): list.append() takes exactly one argument (2 given)
# expect: "".join(1): can only join an iterable
# expect: "".join([1]): sequence item 0: expected str instance, int found
# expect: "a".split(1): must be str or None, not int
# expect: sorted(): sorted expected 1 argument, got 0
# expect: sorted(5): 'int' object is not iterable
# expect: sum("ab"): unsupported operand type(s) for +: 'int' and 'str'
# expect: max(): max expected at least 1 argument, got 0
# expect: max(5): 'int' object is not iterable
# expect: iter(5): 'int' object is not iterable
# expect: next([]): 'list' object is not an iterator
# expect: getattr(1): getattr expected at least 2 arguments, got 1
# expect: print(sep=1): sep must be None or a string, not int
# expect: print(foo=1): print() got an unexpected keyword argument 'foo'
# expect: dict(1): 'int' object is not iterable
# expect: dict([1]): cannot convert dictionary update sequence element #0 to a sequence
# expect: tuple(5): 'int' object is not iterable
# expect: float([]): float() argument must be a string or a real number, not 'list'
# expect: str(1, 2): str() argument 'encoding' must be str, not int
# expect: bool(1, 2): bool expected at most 1 argument, got 2
# expect: hash([]): unhashable type: 'list'
# expect: hash({}): unhashable type: 'dict'
# expect: {[]: 1}: unhashable type: 'list'
# expect: {[]}: unhashable type: 'list'
# expect: divmod(1): divmod expected 2 arguments, got 1
# expect: pow(1): pow() missing required argument 'exp' (pos 2)
# expect: round("a"): type str doesn't define __round__ method
# expect: zip(5): 'int' object is not iterable
# expect: enumerate(5): 'int' object is not iterable
# expect: map(len): map() must have at least two arguments.
# expect: reversed({1}): 'set' object is not reversible
# expect: id(): id() takes exactly one argument (0 given)
# expect: callable(): callable() takes exactly one argument (0 given)
# expect: type(): type() takes 1 or 3 arguments
