# The place of a deleted item is taken again: sets keep CPython's order and size through many additions and removals.
state = 12345


def number(limit):
    global state
    state = (state * 1103515245 + 12345) % 2**31
    return state // 65536 % limit


def check(rounds, spread):
    items, sizes = set(), set()
    for _ in range(rounds):
        key = number(spread) * 8
        if number(5) < 3:
            items.add(key)
        else:
            items.discard(key)
    return items


print(*check(60, 12))  # expect: 64 40 16 56 24
print(*check(200, 40))  # expect: 128 256 264 136 8 16 272 144 24 152 296 40 304 48 312 56 184 72 224 232 112 240 248
print(*check(500, 30))  # expect: 0 128 144 16 24 32 40 168 176 48 184 192 64 72 80 88 96 224 232 104 112 120
print(sum(i * x for i, x in enumerate(check(5000, 900))))  # expect: 565617832
print(*{3, 11, 19, 27}, *{9: 1, 3: 2, 33: 3}.keys() & {33, 3, 9}, *{9: 1, 3: 2, 33: 3}.keys() ^ {1, 17, 3})  # expect: 19 3 11 27 9 3 33 1 33 9 17
