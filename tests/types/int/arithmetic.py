# Sums, differences and products across the borders of one, two and many machine words.
edges = [0, 1, 2**30, 2**31 - 1, 2**61 - 1, 2**61, 2**62, 2**63 - 1, 2**63, 2**64 - 1, 2**64, 2**127, 2**128 - 1, 10**40]
edges += [-n for n in edges[1:]]

# Everything is held against facts that the digits must satisfy.
for a in edges:
    for b in edges:
        assert a + b - b == a and a - b + b == a
        assert (a + b) ** 2 == a * a + 2 * a * b + b * b
        assert (a * b == 0) == (a == 0 or b == 0)
        assert (a - b) * (a + b) == a * a - b * b
        assert -(a - b) == b - a and abs(a * b) == abs(a) * abs(b)

print(2**61 - 1 + 1, 2**63 - 1 + 1, -2**63 - 1, 2**64 - 1 + 1)  # expect: 2305843009213693952 9223372036854775808 -9223372036854775809 18446744073709551616
print((2**61 - 1) * 2, (2**62) * -2, 2**64 * 2**64, (10**20 + 1) * (10**20 - 1))  # expect: 4611686018427387902 -9223372036854775808 340282366920938463463374607431768211456 9999999999999999999999999999999999999999
print(2**64 - 2**64, 2**64 - (2**64 - 1), -2**64 + 2**64 - 5, 10**30 - 10**30)  # expect: 0 1 -5 0
print(-(2**61), -(-2**61), +(10**20), abs(-10**20), abs(-2**61), -0)  # expect: -2305843009213693952 2305843009213693952 100000000000000000000 100000000000000000000 2305843009213693952 0
print(~0, ~(2**61 - 1), ~(-2**61), ~(10**20), ~(-10**20))  # expect: -1 -2305843009213693952 2305843009213693951 -100000000000000000001 99999999999999999999

# Large products, where multiplication splits its operands.
a = int('123456789' * 120)
b = int('987654321' * 90)
print(a * b % 1000000007, (a * b) % (10**9 + 9), a * b == b * a, (a + 1) * b - b == a * b)  # expect: 28914085 264534718 True True
c = 3**5000
print(c * c == 9**5000, (c - 1) * (c + 1) == 9**5000 - 1, c * 7**3000 == 3**2000 * 21**3000)  # expect: True True True

x = 1
for i in range(1, 60):
    x *= i
print(x)  # expect: 138683118545689835737939019720389406345902876772687432540821294940160000000000000
for i in range(59, 0, -1):
    x //= i
print(x)  # expect: 1
