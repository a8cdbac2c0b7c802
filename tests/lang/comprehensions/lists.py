print([x for x in range(5)], [x for x in 'abc' if x != 'b'], [(x, y) for x in (1, 2) for y in 'ab'])
print([x for x in range(20) if x % 2 if x % 3], [[y for y in range(x)] for x in range(4)])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in ['xyz', 'q']], [x if x else 'none' for x in (0, 1)])
print([i for row in [[1, 2], [3], []] for i in row], [*(x for x in 'ab'), *[1]])
print([x for x in [1, 2, 3] if (lambda v: v > 1)(x)], [f() for f in [lambda: 'called']])
print([0 for _ in []], [x for x, in [(1,), (2,)]], [x for x in 1, ] if False else 'tuple needs parentheses')  # raises: SyntaxError: invalid syntax
