assert 1
assert (1, 'message') if False else True
try:
    assert 0, 'message'
except AssertionError as error:
    print(repr(error))  # expect: AssertionError('message')
try:
    assert []
except AssertionError as error:
    print(repr(error), str(error) == '')  # expect: AssertionError() True
try:
    assert None, [1, 2]
except AssertionError as error:
    print(error.args)  # expect: ([1, 2],)


def expensive():
    print('evaluated')


assert True, expensive()
assert False, f'{1 + 1} things'  # raises: AssertionError: 2 things
