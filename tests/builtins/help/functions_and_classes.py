def f(a, b=1, *args, c=2, **kw) -> int:
    """Doc of f.

    More text.
    """
class Base:
    """A base."""
    x = 1
class P(Base):
    """Point.

    Long."""
    size = 3
    def __init__(self, x, y=2):
        "init doc"
    def m(self): pass
    @property
    def w(self):
        "width"
    @staticmethod
    def s(a): "stat"
    @classmethod
    def c(cls, b): "cls"
    def __add__(self, o): return 1
help(f); help(P); help(P.m); help(P(1).m); help(P(1)); 
help(lambda x: x)
