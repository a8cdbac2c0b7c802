# Small integers, branches and while loops.


def longest(limit):
    best = best_length = 0
    for start in range(1, limit):
        n = start
        length = 1
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            length += 1
        if length > best_length:
            best, best_length = start, length
    return best, best_length


def gcd_sum(n):
    total = 0
    for a in range(1, n):
        for b in range(a, n):
            x, y = a, b
            while y:
                x, y = y, x % y
            total += x
    return total


print(longest(80_000), gcd_sum(500))
