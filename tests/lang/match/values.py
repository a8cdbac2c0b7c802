def f(x):
    match x:
        case 0:
            return 'zero'
        case 1 | 2:
            return 'one or two'
        case -3:
            return 'minus three'
        case 1.5:
            return 'float'
        case 'text' | b'bytes':
            return 'text'
        case None:
            return 'none'
        case True:
            return 'true'
        case 1 + 2j:
            return 'complex'
        case _:
            return 'other'


print([f(x) for x in (0, 1, 2, -3, 1.5, 'text', b'bytes', None, True, False, 1 + 2j, 0.0, 'x', [])])  # expect: ['zero', 'one or two', 'one or two', 'minus three', 'float', 'text', 'text', 'none', 'one or two', 'zero', 'complex', 'zero', 'other', 'other']


class Color:
    RED = 'red'
    NESTED = type('N', (), {'deep': 5})


def g(x):
    match x:
        case Color.RED:
            return 'red'
        case Color.NESTED.deep:
            return 'deep'
        case other:
            return f'captured {other}'


print(g('red'), g(5), g(6))  # expect: red deep captured 6
match 5:
    case 6:
        print('never')
print('nothing matched, nothing happened')  # expect: nothing matched, nothing happened
match 1, 2:
    case (a, b):
        print(a, b)  # expect: 1 2
