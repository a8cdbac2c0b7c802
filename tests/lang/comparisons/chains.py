log = []


def v(x):
    log.append(x)
    return x


print(v(1) < v(2) < v(3), log)  # expect: True [1, 2, 3]
log.clear()
print(v(3) < v(2) < v(1), log)  # expect: False [3, 2]
log.clear()
print(v(1) < v(5) > v(2) != v(7) in [7], log)  # expect: True [1, 5, 2, 7]
print(1 < 2 > 1 == 1, (1 < 2) == True, 1 < (2 == True))  # expect: True True False
print(1 in [1] == True, (1 in [1]) == True)  # expect: False True
x = 5
print(0 <= x < 10, not 0 <= x < 3, 3 > x or x > 4)  # expect: True True True
