for i in range(3):
    pass
else:
    print('for ended')  # expect: for ended
for i in range(3):
    break
else:
    print('not reached')
while i < 2:
    i += 1
else:
    print('while ended')  # expect: while ended
while True:
    break
else:
    print('not reached')
for i in []:
    pass
else:
    print('empty runs else')  # expect: empty runs else


def prime(n):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        return True
    return False


print([n for n in range(2, 20) if prime(n)])  # expect: [2, 3, 5, 7, 11, 13, 17, 19]
for a in range(3):
    for b in range(3):
        if a * b == 2:
            break
    else:
        continue
    print(a, b)  # expect: 1 2
    break
