# Image planes through strided views: interleaved pixels are taken apart and put together, turned to grey, mirrored and scaled by steps.


def planes(pixels):
    return pixels[0::3].tobytes(), pixels[1::3].tobytes(), pixels[2::3].tobytes()


def interleave(red, green, blue):
    out = bytearray(3 * len(red))
    view = memoryview(out)
    view[0::3] = red
    view[1::3] = green
    view[2::3] = blue
    return out


def grey(pixels):
    red, green, blue = pixels[0::3], pixels[1::3], pixels[2::3]
    out = bytearray(len(red))
    for i in range(len(red)):
        out[i] = red[i] * 77 + green[i] * 151 + blue[i] * 28 >> 8
    return out


def swap_channels(pixels):
    out = bytearray(len(pixels))
    for i in range(0, len(pixels), 3):
        out[i] = pixels[i + 2]
        out[i + 1] = pixels[i + 1]
        out[i + 2] = pixels[i]
    return out


def mirror(image, width, height):
    for y in range(height):
        row = image[y * width:(y + 1) * width]
        row[:] = row[::-1]


def scale(image, width, height):
    small = bytearray()
    for y in range(0, height, 2):
        small += bytes(image[y * width:(y + 1) * width:2])
    return small


def transpose(image, width, height):
    out = memoryview(bytearray(width * height))
    for x in range(width):
        out[x * height:(x + 1) * height] = image[x::width]
    return out


width, height = 320, 240
image = bytearray(3 * width * height)
for i in range(len(image)):
    image[i] = (i * 31 + (i >> 7)) & 0xFF
view = memoryview(image)
checks = []
for turn in range(12):
    r, g, b = planes(view)
    again = interleave(b, r, g)
    view = memoryview(again)
    shades = memoryview(grey(view))
    mirror(shades, width, height)
    turned = transpose(shades, width, height)
    small = scale(turned, height, width)
    checks.append((sum(small), sum(shades[::7]), turned[12345], len(small)))
print(checks)
for _ in range(3):
    view = memoryview(swap_channels(view))
print(sum(view), view[1000:1006].tolist(), view == again)
