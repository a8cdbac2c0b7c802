# differs: COMPATIBILITY.md#frames
# A comprehension in the body of a class has a frame of its own; elsewhere it has none.
import traceback

try:
    class Failing:
        values = [1 // 0 for _ in [1]]
except ZeroDivisionError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])  # expect: ['<module>', 'Failing', '<listcomp>']


def function():
    return [1 // 0 for _ in [1]]


try:
    function()
except ZeroDivisionError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])  # expect: ['<module>', 'function']
