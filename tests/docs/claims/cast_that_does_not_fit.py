# differs: CPython raises TypeError with another text (COMPATIBILITY.md#a-cast-whose-length-does-not-fit)
view = memoryview(b'abc')


def caught(kind, code):
    try:
        view.cast(code)
    except kind as error:
        return f"{type(error).__name__}: {error}"


print(caught(ValueError, 'Q'))  # expect: ValueError: memoryview: cannot cast from bytes to unsigned long long
print(caught(TypeError, 'Q'))  # expect: ValueError: memoryview: cannot cast from bytes to unsigned long long
print(caught(ValueError, 'h'))  # expect: ValueError: memoryview: cannot cast from bytes to short
print(caught(ValueError, 'I'))  # expect: ValueError: memoryview: cannot cast from bytes to unsigned int
print(caught(ValueError, 'd'))  # expect: ValueError: memoryview: cannot cast from bytes to double
