# Conversions that change the array which they are for.
from array import array


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Acting:
    def __init__(self, action):
        self.action = action

    def __index__(self):
        self.action()
        return 1

    def __eq__(self, other):
        self.action()
        return False


a = array('i', [1, 2, 3])
print(attempt(lambda: a.__getitem__(Acting(a.clear))), a)  # expect: IndexError: array index out of range array('i')
a = array('i', [1, 2, 3])
print(attempt(lambda: a[Acting(a.clear):]), a)  # expect: array('i') array('i')
a = array('i', [1, 2, 3])
print(a.count(Acting(a.clear)), a)  # expect: 0 array('i')
a = array('i', [1, 2, 3])
print(Acting(a.clear) in a, a)  # expect: False array('i')
a = array('i', [1, 2, 3])
items = [1, 2]
print(attempt(lambda: a.fromlist([Acting(lambda: None), 5])), a)  # expect: None array('i', [1, 2, 3, 1, 5])
