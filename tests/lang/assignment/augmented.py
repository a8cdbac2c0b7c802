x = 7
x += 3
print(x)  # expect: 10
x -= 1
x *= 4
x //= 5
x **= 2
x %= 30
print(x)  # expect: 19
x <<= 3
x |= 1
x ^= 15
x >>= 1
x &= 0xFE
print(x)  # expect: 74
x /= 4
print(x)  # expect: 18.5
s = 'ab'
s += 'c'
s *= 2
print(s)  # expect: abcabc
a = b = [1]
a += (2, 3)
print(a is b, b)  # expect: True [1, 2, 3]
t = u = (1,)
t += (2,)
print(t, u)  # expect: (1, 2) (1,)
