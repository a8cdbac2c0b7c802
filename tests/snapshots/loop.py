def f(n, xs):
    s = 0
    for i in range(n):
        if i % 3 == 0 and i != 5 or xs[i] is None:
            continue
        s += i * 2
        xs[i] = s
    while s > 0:
        s -= 1
        if s == 10:
            break
    else:
        return -1
    return s
