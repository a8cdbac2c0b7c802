### case: break in except star
for x in y:
    try:
        pass
    except* ValueError:
        break  # raises: SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block
### case: mixed
try:
    pass
except* ValueError:
    pass
except KeyError:  # raises: SyntaxError: cannot have both 'except' and 'except*' on the same 'try'
    pass
### case: bare star
try:
    pass
except*:  # raises: SyntaxError: expected one or more exception types
    pass
