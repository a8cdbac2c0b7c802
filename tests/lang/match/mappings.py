def f(x):
    match x:
        case {'type': 'circle', 'r': r}:
            return f'circle {r}'
        case {'type': 'rect', 'size': [w, h], **rest}:
            return f'rect {w} {h} {rest}'
        case {'a': {'b': b}}:
            return f'nested {b}'
        case {1: x, 'k': None}:
            return f'one {x}'
        case {}:
            return 'any mapping'
        case _:
            return 'other'


for x in ({'type': 'circle', 'r': 1, 'extra': 0}, {'type': 'rect', 'size': (2, 3), 'c': 4}, {'a': {'b': 5}}, {1: 'x', 'k': None}, {}, {'type': 'rect'}, [], 5):
    print(f(x))
# expect: circle 1
# expect: rect 2 3 {'c': 4}
# expect: nested 5
# expect: one x
# expect: any mapping
# expect: any mapping
# expect: other
# expect: other


class Default(dict):
    def __missing__(self, key): return 'made up'


match Default():
    case {'k': v}:
        print('never')
    case _:
        print('missing is not asked')  # expect: missing is not asked
KEY = type('K', (), {'NAME': 'n'})
match {'n': 1}:
    case {KEY.NAME: value}:
        print(value)  # expect: 1
try:
    match {'a': 1}:
        case {KEY.NAME: 1, 'n': 2}:
            pass
    match {'n': 1}:
        case {KEY.NAME: 1, 'n': 2}:
            pass
except ValueError as error:
    print(error)
