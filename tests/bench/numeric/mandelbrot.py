# Escape times of a grid of points: floats in locals, nothing else.


def escape(cx, cy, limit):
    x = y = 0.0
    for i in range(limit):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return i
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return limit


def run(width, height, limit):
    total = inside = 0
    for row in range(height):
        cy = 2.4 * row / height - 1.2
        for column in range(width):
            n = escape(3.2 * column / width - 2.2, cy, limit)
            if n == limit:
                inside += 1
            total += n
    return total, inside


print(run(480, 360, 120))
