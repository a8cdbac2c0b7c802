class Point:
    """A point."""
    dimensions = 2

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        return self

    def __repr__(self):
        return f'Point({self.x}, {self.y})'


p = Point(1)
print(p, p.move(2, 3), p.x, Point.dimensions, p.dimensions, Point.__doc__, Point.__name__)  # expect: Point(3, 3) Point(3, 3) 3 2 2 A point. Point
p.dimensions = 3
print(p.dimensions, Point.dimensions, p.__dict__, type(p) is Point, p.__class__ is Point)  # expect: 3 2 {'x': 3, 'y': 3, 'dimensions': 3} True True
Point.dimensions = 4
print(Point(0).dimensions, p.dimensions)  # expect: 4 3
print(isinstance(p, Point), isinstance(p, object), isinstance(p, (int, Point)), issubclass(Point, object), Point.__mro__ == (Point, object), Point.__bases__)  # expect: True True True True True (<class 'object'>,)
print(getattr(p, 'z', 'none'), hasattr(p, 'x'), vars(p) is p.__dict__)  # expect: none True True


class Empty: pass


e = Empty()
e.anything = 1
print(e.anything, repr(e).startswith('<__main__.Empty object at 0x'), repr(Empty), str(Empty) == repr(Empty))  # expect: 1 True <class '__main__.Empty'> True
