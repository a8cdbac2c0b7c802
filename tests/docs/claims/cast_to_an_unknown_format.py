view = memoryview(b'abcdefgh')
for code in ('z', 'ii', ''):
    try:
        view.cast(code)
    except ValueError as error:
        print(error)
# expect: memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: memoryview: destination format must be a native single character format prefixed with an optional '@'
