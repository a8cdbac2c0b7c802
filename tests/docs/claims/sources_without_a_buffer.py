for source in (5, None, [1, 2], 1.5, object()):
    try:
        memoryview(source)
    except TypeError as error:
        print(error)
# expect: memoryview: a bytes-like object is required, not 'int'
# expect: memoryview: a bytes-like object is required, not 'NoneType'
# expect: memoryview: a bytes-like object is required, not 'list'
# expect: memoryview: a bytes-like object is required, not 'float'
# expect: memoryview: a bytes-like object is required, not 'object'
