# Digits of pi by an unbounded spigot: integers of thousands of bits.


def digits(count):
    result = []
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while len(result) < count:
        if 4 * q + r - t < n * t:
            result.append(n)
            q, r, n = 10 * q, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
    return result


def power_checks():
    total = 0
    for n in range(1, 100):
        x = 3 ** (n * 20) - 7 ** (n * 5)
        total ^= x % (2 ** 61 - 1)
        total += len(str(x))
        total += pow(x, 65_537, 10 ** 9 + 7)
    return total


print(''.join(map(str, digits(2800)))[-20:], power_checks())
