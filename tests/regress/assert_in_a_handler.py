# What is off the common path stands behind the rest, also inside a handler, which does so itself: the assertion that holds must not run into the one that fails.
def handled(value):
    try:
        raise KeyError(value)
    except KeyError as error:
        assert error.args == (value,), 'never'
        print('still here')
        match value:
            case [x, y] if x > y:
                return 'falling'
            case {'a': 1}:
                return 'mapping'
        try:
            raise ValueError
        except ValueError:
            assert value, 'nothing'
            try:
                value[0]
            except TypeError:
                assert isinstance(value, int)
                return 'number'
            finally:
                print('finally')
    return 'end'


for value in (5, [2, 1], [1, 2], {'a': 1}):
    print(handled(value))
# expect: still here
# expect: finally
# expect: number
# expect: still here
# expect: falling
# expect: still here
# expect: finally
# expect: end
# expect: still here
# expect: mapping
try:
    handled(0)
except AssertionError as error:
    print(error)
# expect: still here
# expect: nothing

try:
    [].x
except AttributeError as error:
    assert str(error)
