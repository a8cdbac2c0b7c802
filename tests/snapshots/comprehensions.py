def f(xs):
    ys = [x * x for x in xs if x for _ in [1]]
    zs = {k: v for k, v in xs}
    fs = [lambda: x for x in xs]
    return sum(y for y in ys), zs, fs
