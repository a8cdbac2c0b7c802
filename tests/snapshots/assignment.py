def f(a, b):
    a, b = b, a + b
    a.x = b[0] = 1
    (c, *d), e = a
    b[a] += c.y
    c.y -= 1
    b[1:2] = d[a:]
    del b[0], c.z, e
