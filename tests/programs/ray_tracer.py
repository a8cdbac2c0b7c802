"""A ray tracer that writes binary PPM into a bytearray through memoryview: vectors with operators, shapes with an abstract base, a tiny scene language."""
import math
import struct
from functools import reduce
from operator import add


class Vec:
    __slots__ = ('x', 'y', 'z')

    def __init__(self, x=0.0, y=0.0, z=0.0):
        self.x, self.y, self.z = x, y, z

    def __repr__(self):
        return f'Vec({self.x:g}, {self.y:g}, {self.z:g})'

    def __iter__(self):
        yield self.x
        yield self.y
        yield self.z

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, other):
        if isinstance(other, Vec):
            return Vec(self.x * other.x, self.y * other.y, self.z * other.z)
        if isinstance(other, (int, float)):
            return Vec(self.x * other, self.y * other, self.z * other)
        return NotImplemented

    def __rmul__(self, factor):
        return self * factor

    def __truediv__(self, divisor):
        return self * (1 / divisor)

    def __neg__(self):
        return Vec(-self.x, -self.y, -self.z)

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def __xor__(self, other):
        return Vec(self.y * other.z - self.z * other.y, self.z * other.x - self.x * other.z, self.x * other.y - self.y * other.x)

    def __abs__(self):
        return math.sqrt(self @ self)

    def __eq__(self, other):
        return isinstance(other, Vec) and tuple(self) == tuple(other)

    def __hash__(self):
        return hash(tuple(self))

    def __bool__(self):
        return any(self)

    @property
    def unit(self):
        return self / abs(self)

    def reflect(self, normal):
        return self - 2 * (self @ normal) * normal


BLACK, WHITE = Vec(), Vec(1, 1, 1)


class Ray:
    __slots__ = 'origin', 'direction'

    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.unit

    def at(self, distance):
        return self.origin + self.direction * distance


class Material:
    def __init__(self, colour, *, diffuse=0.8, shine=0.0, mirror=0.0):
        self.colour = colour
        self.diffuse = diffuse
        self.shine = shine
        self.mirror = mirror

    def colour_at(self, point):
        return self.colour


class Checker(Material):
    def __init__(self, first, second, size=1.0, **options):
        super().__init__(first, **options)
        self.second = second
        self.size = size

    def colour_at(self, point):
        parity = math.floor(point.x / self.size) + math.floor(point.z / self.size)
        return self.second if parity % 2 else self.colour


class Shape:
    registry = {}

    def __init_subclass__(cls, /, keyword=None, **rest):
        super().__init_subclass__(**rest)
        cls.keyword = keyword or cls.__name__.lower()
        Shape.registry[cls.keyword] = cls

    def __init__(self, material):
        self.material = material

    def distance(self, ray):
        raise NotImplementedError(type(self).__name__)

    def normal(self, point):
        raise NotImplementedError(type(self).__name__)


class Sphere(Shape):
    def __init__(self, material, x, y, z, radius):
        super().__init__(material)
        self.centre = Vec(x, y, z)
        self.radius = radius

    def distance(self, ray):
        offset = ray.origin - self.centre
        b = offset @ ray.direction
        discriminant = b * b - (offset @ offset - self.radius ** 2)
        if discriminant < 0:
            return None
        root = math.sqrt(discriminant)
        return next((d for d in (-b - root, -b + root) if d > 1e-6), None)

    def normal(self, point):
        return (point - self.centre) / self.radius


class Floor(Shape, keyword='plane'):
    def __init__(self, material, height):
        super().__init__(material)
        self.height = height

    def distance(self, ray):
        if abs(ray.direction.y) < 1e-9:
            return None
        d = (self.height - ray.origin.y) / ray.direction.y
        return d if d > 1e-6 else None

    def normal(self, point):
        return Vec(0, 1, 0)


class Scene:
    def __init__(self):
        self.shapes = []
        self.lights = []
        self.materials = {}
        self.eye, self.target = Vec(0, 1, -4), Vec(0, 0.5, 0)
        self.rays = 0

    @classmethod
    def parse(cls, text):
        scene = cls()
        for number, line in enumerate(text.strip().splitlines(), 1):
            words = line.partition('#')[0].split()
            try:
                scene.command(words)
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f'line {number}: {line.strip()!r}: {error}') from error
        return scene

    def command(self, words):
        match words:
            case []:
                pass
            case ['eye', x, y, z]:
                self.eye = Vec(float(x), float(y), float(z))
            case ['look', x, y, z]:
                self.target = Vec(float(x), float(y), float(z))
            case ['light', x, y, z, *power]:
                self.lights.append((Vec(float(x), float(y), float(z)), float(power[0]) if power else 1.0))
            case ['material', name, 'checker', *numbers] if len(numbers) == 6:
                a, b, c, d, e, f = map(float, numbers)
                self.materials[name] = Checker(Vec(a, b, c), Vec(d, e, f))
            case ['material', name, r, g, b, *options]:
                chosen = dict(option.split('=') for option in options)
                self.materials[name] = Material(Vec(float(r), float(g), float(b)), **{k: float(v) for k, v in chosen.items()})
            case [keyword, material, *numbers] if keyword in Shape.registry:
                self.shapes.append(Shape.registry[keyword](self.materials[material], *map(float, numbers)))
            case [keyword, *_]:
                raise ValueError(f'unknown command {keyword}')

    def nearest(self, ray):
        hits = ((d, i) for i, shape in enumerate(self.shapes) if (d := shape.distance(ray)) is not None)
        best = min(hits, default=None)
        return best and (best[0], self.shapes[best[1]])

    def trace(self, ray, depth=3):
        self.rays += 1
        hit = self.nearest(ray)
        if hit is None:
            t = (ray.direction.y + 1) / 2
            return WHITE * (1 - t) + Vec(0.4, 0.6, 1.0) * t
        distance, shape = hit
        point = ray.at(distance)
        normal = shape.normal(point)
        material = shape.material
        colour = material.colour_at(point)
        parts = [colour * 0.1]
        for position, power in self.lights:
            to_light = position - point
            shadow = self.nearest(Ray(point + normal * 1e-4, to_light))
            if shadow and shadow[0] < abs(to_light):
                continue
            direction = to_light.unit
            parts.append(colour * (power * material.diffuse * max(0.0, normal @ direction)))
            if material.shine:
                highlight = max(0.0, direction.reflect(normal) @ ray.direction)
                parts.append(WHITE * (power * material.shine * highlight ** 20))
        if material.mirror and depth:
            bounced = self.trace(Ray(point + normal * 1e-4, ray.direction.reflect(normal)), depth - 1)
            parts = [part * (1 - material.mirror) for part in parts] + [bounced * material.mirror]
        return reduce(add, parts, BLACK)

    def render(self, width, height):
        image = Image(width, height)
        forward = (self.target - self.eye).unit
        right = (Vec(0, 1, 0) ^ forward).unit
        up = forward ^ right
        for row in range(height):
            for column in range(width):
                x = (2 * (column + 0.5) / width - 1) * width / height
                y = 1 - 2 * (row + 0.5) / height
                image[row, column] = self.trace(Ray(self.eye, forward * 1.6 + right * x + up * y))
        return image


class Image:
    def __init__(self, width, height):
        self.width, self.height = width, height
        header = b'P6\n%d %d\n255\n' % (width, height)
        self.file = bytearray(header) + bytes(3 * width * height)
        self.pixels = memoryview(self.file)[len(header):]

    def __setitem__(self, position, colour):
        row, column = position
        offset = 3 * (row * self.width + column)
        struct.pack_into('3B', self.pixels, offset, *(round(255 * min(1.0, max(0.0, c))) for c in colour))

    def __getitem__(self, position):
        row, column = position
        offset = 3 * (row * self.width + column)
        return tuple(self.pixels[offset:offset + 3])

    def ascii(self, ramp=' .:-=+*#%@'):
        for row in range(self.height):
            brightness = (sum(self[row, column]) / 765 for column in range(self.width))
            yield ''.join(ramp[min(len(ramp) - 1, int(b * len(ramp)))] for b in brightness)

    def checksum(self):
        a, b = 1, 0
        for byte in self.file:
            a = (a + byte) % 65521
            b = (b + a) % 65521
        return b << 16 | a


SCENE = '''
eye 0 1.6 -5          # where we stand
look 0 0.7 0
light -4 5 -3 0.9
light 3 3 -4 0.4
material ground checker 0.9 0.9 0.9 0.15 0.2 0.25
material red 0.9 0.15 0.1 shine=0.6
material mirror 0.9 0.9 0.95 diffuse=0.2 mirror=0.7 shine=0.8
material green 0.2 0.8 0.3 diffuse=0.9
plane ground 0
sphere red -1.1 0.8 0 0.8
sphere mirror 0.9 1 0.8 1
sphere green 0.4 0.35 -1.3 0.35
'''


def main():
    scene = Scene.parse(SCENE)
    print(sorted(Shape.registry), [type(s).__name__ for s in scene.shapes], len(scene.lights))
    image = scene.render(64, 40)
    print(bytes(image.file[:15]), len(image.file), hex(image.checksum()), scene.rays)
    for line in image.ascii():
        print(line.rstrip())
    print([image[r, c] for r, c in ((0, 0), (20, 15), (20, 42), (39, 63))])
    for bad in ('cube red 1 2 3', 'sphere blue 0 0 0 1', 'sphere', 'light 1 2 x', 'material m 1 1 1 shine'):
        try:
            Scene.parse('material red 1 0 0\n' + bad)
        except ValueError as error:
            print(type(error.__cause__).__name__, '|', error)
    try:
        Shape(None).distance(None)
    except NotImplementedError as error:
        print('abstract:', error)
    a, b = Vec(1, 2, 3), Vec(4, 5, 6)
    print(a + b, a - b, a * b, 2 * a, a / 2, -a, a @ b, a ^ b, abs(Vec(3, 4, 0)), bool(Vec()), {a: 1}[Vec(1, 2, 3)], a == b)
    try:
        a * 'x'
    except TypeError as error:
        print(error)


main()
