def attempt(values, n):
    try:
        if n == 2:
            a, b = values
        elif n == 3:
            a, b, c = values
        else:
            a, *b, c = values
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


attempt((1,), 2)
# expect: ValueError not enough values to unpack (expected 2, got 1)
attempt([], 2)
# expect: ValueError not enough values to unpack (expected 2, got 0)
attempt((1, 2, 3), 2)
# expect: ValueError too many values to unpack (expected 2)
attempt('abcd', 3)
# expect: ValueError too many values to unpack (expected 3)
attempt((1,), 1)
# expect: ValueError not enough values to unpack (expected at least 2, got 1)
attempt(5, 2)
# expect: TypeError cannot unpack non-iterable int object
attempt(None, 2)
# expect: TypeError cannot unpack non-iterable NoneType object
attempt(iter([1]), 3)
# expect: ValueError not enough values to unpack (expected 3, got 1)
attempt({1: 2}, 2)
# expect: ValueError not enough values to unpack (expected 2, got 1)
