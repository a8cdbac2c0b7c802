### case: unreachable wildcard
match x:
    case _:  # raises: SyntaxError: wildcard makes remaining patterns unreachable
        pass
    case 1:
        pass
### case: unreachable name
match x:
    case y:  # raises: SyntaxError: name capture 'y' makes remaining patterns unreachable
        pass
    case 1:
        pass
### case: name before alternative
match x:
    case y | 1:  # raises: SyntaxError: name capture 'y' makes remaining patterns unreachable
        pass
### case: alternatives bind differently
match x:
    case [a] | [b]:  # raises: SyntaxError: alternative patterns bind different names
        pass
### case: bound twice
match x:
    case [a, a]:  # raises: SyntaxError: multiple assignments to name 'a' in pattern
        pass
### case: two stars
match x:
    case [*a, *b]:  # raises: SyntaxError: multiple starred names in sequence pattern
        pass
### case: rest not last
match x:
    case {**rest, 'a': 1}:  # raises: SyntaxError: invalid syntax
        pass
### case: star underscore in mapping
match x:
    case {**_}:  # raises: SyntaxError: invalid syntax
        pass
### case: as underscore
match x:
    case 1 as _:  # raises: SyntaxError: cannot use '_' as a target
        pass
### case: positional after keyword
match x:
    case P(a=1, 2):  # raises: SyntaxError: positional patterns follow keyword patterns
        pass
### case: attribute repeated
match x:
    case P(a=1, a=2):  # raises: SyntaxError: attribute name repeated in class pattern: a
        pass
### case: expression
match x:
    case 1 + 1:  # raises: SyntaxError: imaginary number required in complex literal
        pass
### case: key twice
match x:
    case {'a': 1, 'a': 2}:  # raises: SyntaxError: mapping pattern checks duplicate key ('a')
        pass
### case: fstring
match x:
    case f'{a}':  # raises: SyntaxError: patterns may only match literals and attribute lookups
        pass
### case: no case
match x:
    pass  # raises: SyntaxError: invalid syntax
### case: expected colon
match x  # raises: SyntaxError: expected ':'
    case 1:
        pass
