e = ValueError('self')
try:
    try:
        raise e
    except ValueError:
        raise e
except ValueError as error:
    print(error.__context__)  # expect: None
a, b = KeyError('a'), KeyError('b')
try:
    try:
        raise a
    except KeyError:
        try:
            raise b
        except KeyError:
            raise a
except KeyError as error:
    print(error, repr(error.__context__), error.__context__.__context__)  # expect: 'a' KeyError('b') None
