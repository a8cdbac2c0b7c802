@decorate
class A(B, metaclass=M):
    """Doc."""
    x: int = 1

    def __init__(self):
        super().__init__()
        self.__private = super().y

    @property
    def p(self): return self.x
