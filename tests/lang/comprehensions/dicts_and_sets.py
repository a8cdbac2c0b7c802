print({x: x * x for x in range(4)}, {k: v for k, v in zip('ab', (1, 2)) if v > 1})  # expect: {0: 0, 1: 1, 2: 4, 3: 9} {'b': 2}
print({v: k for k, v in {'a': 1, 'b': 2}.items()}, {x: [y for y in range(x)] for x in range(3)})  # expect: {1: 'a', 2: 'b'} {0: [], 1: [0], 2: [0, 1]}
print(sorted({x % 3 for x in range(10)}), {c for c in 'aaa'}, {(x, y) for x in (1,) for y in (2,)})  # expect: [0, 1, 2] {'a'} {(1, 2)}
print({1: 'a', **{2: 'b'}, 1: 'c'}, {*[1, 2], *(2, 3)}, {**{}, 'x': 1}, {x: y for x, y in ()})  # expect: {1: 'c', 2: 'b'} {1, 2, 3} {'x': 1} {}
log = []
{log.append('k') or 1: log.append('v') or 2 for _ in range(1)}
print(log)  # expect: ['k', 'v']
try:
    {[]: 1 for _ in range(1)}
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'
