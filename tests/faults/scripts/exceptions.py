# Exceptions raised, chained, grouped, shown.
import traceback


def fail(depth):
    if depth == 0:
        raise ValueError('deep', depth)
    try:
        fail(depth - 1)
    except ValueError as error:
        error.add_note(f'at {depth}')
        raise KeyError(depth) from error
    finally:
        shown.append(depth)


shown = []
try:
    fail(4)
except KeyError as error:
    text = ''.join(traceback.format_exception(error))
    assert 'direct cause' in text
try:
    raise ExceptionGroup('several', [ValueError(1), TypeError(2), ExceptionGroup('inner', [KeyError(3)])])
except* ValueError as group:
    shown.append(group.exceptions)
except* (TypeError, KeyError) as group:
    shown.append(str(group))


class Manager:
    def __enter__(self): return self
    def __exit__(self, kind, error, trace): return kind is not None and issubclass(kind, ArithmeticError)


for _ in range(3):
    with Manager() as one, Manager():
        1 / 0
for wrong in ('a.b', 'None + 1', '[][1]', '{}["k"]', 'undefined', 'int("x")', 'len(5)', '(1)(2)', 'f(', 'x = = 2'):
    try:
        eval(wrong, {'a': 1})
    except Exception as error:
        shown.append(repr(error))
