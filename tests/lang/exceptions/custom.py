class AppError(Exception):
    """Base."""

    def __init__(self, message, *, code=0):
        super().__init__(message)
        self.code = code


class NotFound(AppError, LookupError):
    def __init__(self, what):
        super().__init__(f'{what} not found', code=404)
        self.what = what


try:
    raise NotFound('page')
except LookupError as error:
    print(error, error.code, error.what, isinstance(error, AppError), error.args)  # expect: page not found 404 page True ('page not found',)


class NoInit(Exception): pass


print(NoInit(1, 2).args, repr(NoInit('x')))  # expect: (1, 2) NoInit('x')


class Lazy(Exception):
    def __init__(self, a): self.a = a


print(Lazy(1).args, str(Lazy(1)), repr(Lazy(2)))  # expect: (1,) 1 Lazy(2)
try:
    raise NoInit(x=1)
except TypeError as error:
    print(error)  # expect: NoInit() takes no keyword arguments
