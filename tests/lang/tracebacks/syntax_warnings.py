# Warnings of the compiler go through the filters; made errors, they are syntax errors.
import warnings

for source in 'assert (1, "text")', 'x is 5', '(1)(2)', '"a"[1.5]', '"\\d"', '0x1for y in z', '[1][2, 3]':
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, 'file.py', 'exec')
        except SyntaxError as error:
            print(error.msg)
    for warning in caught:
        print(warning.category.__name__, warning.filename, warning.lineno, warning.message)
# expect: SyntaxWarning file.py 1 assertion is always true, perhaps remove parentheses?
# expect: SyntaxWarning file.py 1 "is" with 'int' literal. Did you mean "=="?
# expect: SyntaxWarning file.py 1 'int' object is not callable; perhaps you missed a comma?
# expect: SyntaxWarning file.py 1 str indices must be integers or slices, not float; perhaps you missed a comma?
# expect: SyntaxWarning file.py 1 invalid escape sequence '\d'
# expect: SyntaxWarning file.py 1 invalid hexadecimal literal
# expect: SyntaxWarning file.py 1 list indices must be integers or slices, not tuple; perhaps you missed a comma?

with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        compile('x is\\\n 5', 'file.py', 'exec')
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.filename)  # expect: "is" with 'int' literal. Did you mean "=="? 1 1 file.py

# Deprecations reach the filters, too.
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(bool(NotImplemented))  # expect: True
print([str(warning.message) for warning in caught])  # expect: ['NotImplemented should not be used in a boolean context']
