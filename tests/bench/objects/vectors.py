# Operators defined in Python: a small ray tracer on an immutable vector class.
import math


class Vector:
    __slots__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    __rmul__ = __mul__

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y and self.z == other.z

    def normalized(self):
        return self * (1.0 / math.sqrt(self @ self))


class Sphere:
    def __init__(self, centre, radius, shine):
        self.centre = centre
        self.radius = radius
        self.shine = shine

    def hit(self, origin, direction):
        offset = origin - self.centre
        b = offset @ direction
        c = offset @ offset - self.radius * self.radius
        discriminant = b * b - c
        if discriminant < 0.0:
            return None
        distance = -b - math.sqrt(discriminant)
        return distance if distance > 1e-4 else None


LIGHT = Vector(-1.0, 1.5, -2.0).normalized()
SCENE = [Sphere(Vector(0.0, 0.0, 4.0), 1.0, 0.3), Sphere(Vector(1.3, 0.4, 3.2), 0.5, 0.6), Sphere(Vector(-1.2, -0.3, 3.0), 0.6, 0.1)]


def trace(origin, direction, depth):
    nearest = found = None
    for sphere in SCENE:
        distance = sphere.hit(origin, direction)
        if distance is not None and (nearest is None or distance < nearest):
            nearest, found = distance, sphere
    if found is None:
        return 0.2 + 0.3 * max(direction.y, 0.0)
    point = origin + direction * nearest
    normal = (point - found.centre).normalized()
    brightness = max(normal @ LIGHT, 0.0) * 0.8 + 0.1
    if depth:
        reflected = direction - 2.0 * (direction @ normal) * normal
        brightness += found.shine * trace(point, reflected, depth - 1)
    return brightness


def render(width, height):
    total = 0.0
    eye = Vector(0.0, 0.0, -1.0)
    for row in range(height):
        y = 1.0 - 2.0 * row / height
        for column in range(width):
            x = 2.0 * column / width - 1.0
            total += trace(eye, Vector(x, y, 2.0).normalized(), 2)
    return total


print(f"{render(400, 300):.9f}", Vector(1, 2, 3) == -Vector(-1, -2, -3))
