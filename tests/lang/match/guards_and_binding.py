def f(x):
    match x:
        case [a, b] if a == b:
            return 'equal'
        case [a, b] if a > b:
            return f'{a} > {b}'
        case [a, b]:
            return f'{a} < {b}'
        case (1 | 2) as n:
            return f'as {n}'
        case [[x, y] as pair, *rest] as whole:
            return pair, rest, whole
        case str() as s if (n := len(s)) > 3:
            return f'long {n}'
        case {'k': [*_, last] as items}:
            return items, last


for x in ([1, 1], [2, 1], [1, 2], 1, [[1, 2], 3, 4], 'abcd', 'abc', {'k': (1, 2)}):
    print(f(x))
# expect: equal
# expect: 2 > 1
# expect: 1 < 2
# expect: as 1
# expect: ([1, 2], [3, 4], [[1, 2], 3, 4])
# expect: long 4
# expect: None
# expect: ((1, 2), 2)


class Log:
    def __eq__(self, other):
        print('compare', other)
        return other == 2


match Log():
    case 1 | 2 | 3:
        print('matched')
# expect: compare 1
# expect: compare 2
# expect: matched
match = 5
case = match + 1
type = case
print(match, case, type)  # expect: 5 6 6
match (1, 2):
    case (a, 3) | (a, 2):
        print(a)  # expect: 1
print(match)  # expect: 5
match[0] if False else None
_ = 'kept'
match = [1]
match match:
    case [_]:
        print(_)  # expect: kept
