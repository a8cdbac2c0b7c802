# Writing through memoryview: an image is filled, blurred, flipped and composed in place.


def fill(view, width, height):
    for y in range(height):
        row = view[y * width:(y + 1) * width]
        for x in range(width):
            row[x] = (x * y + x ^ y) & 0xFF


def blur(source, target, width, height):
    for y in range(1, height - 1):
        base = y * width
        for x in range(1, width - 1):
            i = base + x
            target[i] = (source[i - 1] + source[i + 1] + source[i - width] + source[i + width]) >> 2


def flip(view, width, height):
    for y in range(height // 2):
        top = view[y * width:(y + 1) * width]
        bottom = view[(height - 1 - y) * width:(height - y) * width]
        saved = bytes(top)
        top[:] = bottom
        bottom[:] = saved


def histogram(view):
    counts = memoryview(bytearray(4 * 256)).cast('I')
    for value in view:
        counts[value] += 1
    return counts


def blit(target, source, width, size):
    for y in range(size):
        target[y * width:y * width + size] = source[y * size:(y + 1) * size]


width, height = 512, 384
image = bytearray(width * height)
work = bytearray(width * height)
view, target = memoryview(image), memoryview(work)
fill(view, width, height)
for _ in range(14):
    blur(view, target, width, height)
    view, target = target, view
flip(view, width, height)
sprite = memoryview(bytes(range(64)) * 64)
for position in range(0, width * (height - 64), 4099):
    blit(view[position:], sprite, width, 64)
counts = histogram(view)
print(sum(i * c for i, c in enumerate(counts)), counts[7], sum(image) + sum(work))
