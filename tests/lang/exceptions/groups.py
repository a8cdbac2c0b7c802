def make():
    return ExceptionGroup('group', [ValueError('v'), ExceptionGroup('inner', [KeyError('k'), TypeError('t')]), ValueError('w')])


try:
    raise make()
except* ValueError as group:
    print('values', group.exceptions)  # expect: values (ValueError('v'), ValueError('w'))
except* KeyError as group:
    print('keys', group)  # expect: keys group (1 sub-exception)
except* TypeError:
    print('types')  # expect: types
else:
    print('never')
finally:
    print('finally')  # expect: finally
try:
    try:
        raise make()
    except* ValueError:
        pass
except ExceptionGroup as rest:
    print(rest, rest.exceptions)  # expect: group (1 sub-exception) (ExceptionGroup('inner', [KeyError('k'), TypeError('t')]),)
try:
    raise KeyError('naked')
except* KeyError as group:
    print(repr(group))  # expect: ExceptionGroup('', (KeyError('naked'),))
try:
    pass
except* ValueError:
    pass
else:
    print('else')  # expect: else
g = make()
print(g.message, len(g.exceptions), g.subgroup(ValueError), g.split(KeyError)[0], g.derive([OSError()]), str(g), repr(ExceptionGroup('m', [ValueError(1)])))  # expect: group 3 group (2 sub-exceptions) group (1 sub-exception) group (1 sub-exception) group (3 sub-exceptions) ExceptionGroup('m', [ValueError(1)])
for args in (('x', []), ('x', [5]), (5, [ValueError()]), ('x', 5), ('x', [KeyboardInterrupt()])):
    try:
        ExceptionGroup(*args)
    except (TypeError, ValueError) as error:
        print(error)
# expect: second argument (exceptions) must be a non-empty sequence
# expect: Item 0 of second argument (exceptions) is not an exception
# expect: BaseExceptionGroup.__new__() argument 1 must be str, not int
# expect: second argument (exceptions) must be a sequence
# expect: Cannot nest BaseExceptions in an ExceptionGroup
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)  # expect: ExceptionGroup BaseExceptionGroup
