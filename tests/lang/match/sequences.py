def f(x):
    match x:
        case []:
            return 'empty'
        case [1]:
            return 'just one'
        case [a]:
            return f'single {a}'
        case [1, b]:
            return f'one and {b}'
        case (a, [b, c]):
            return f'nested {a} {b} {c}'
        case [first, *_, 'end']:
            return f'{first} to end'
        case [a, b, *rest]:
            return f'{a} {b} rest {rest}'
        case _:
            return 'no sequence'


for x in ([], (), [1], ['x'], [1, 2], (1, (2, 3)), [0, (2, 3)], [5, 6, 'end'], [5, 'end'], [1, 2, 3, 4], 'ab', b'ab', {1: 2}, {1, 2}, 5, range(3), iter([1]), bytearray(b'a'), None):
    print(f(x))
# expect: empty
# expect: empty
# expect: just one
# expect: single x
# expect: one and 2
# expect: one and (2, 3)
# expect: nested 0 2 3
# expect: 5 to end
# expect: 5 to end
# expect: 1 2 rest [3, 4]
# expect: no sequence
# expect: no sequence
# expect: no sequence
# expect: no sequence
# expect: no sequence
# expect: 0 1 rest [2]
# expect: no sequence
# expect: no sequence
# expect: no sequence
match [1, 2, 3]:
    case [*all]:
        print(all)  # expect: [1, 2, 3]
match (1, 2, 3, 4):
    case *start, 3, last:
        print(start, last)  # expect: [1, 2] 4
match ['x']:
    case 'x',:
        print('trailing comma')  # expect: trailing comma
