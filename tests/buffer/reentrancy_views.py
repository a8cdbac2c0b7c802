# Conversions run Python code in the middle of an operation: that code releases the view or resizes what it shows.
def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Releasing:
    def __init__(self, view, result=1):
        self.view, self.result = view, result

    def act(self):
        self.view.release()
        return self.result

    def __index__(self):
        return self.act()

    def __float__(self):
        return float(self.act())

    def __bool__(self):
        return bool(self.act())

    def __eq__(self, other):
        self.act()
        return False

    __hash__ = None


def fresh(code='B', size=8):
    return memoryview(bytearray(size)).cast(code)


def set_item(code, key=0):
    view = fresh(code)
    view[key] = Releasing(view)


def set_slice_bound():
    view = fresh()
    view[:Releasing(view)] = b'x'


def tuple_key():
    view = fresh().cast('B', [2, 4])
    return view[0, Releasing(view)]


def key():
    view = fresh()
    return view[Releasing(view)]


def bound():
    view = fresh()
    return view[Releasing(view):].tolist()


for code in 'bhilqBHILQnNdfe?P':
    print(code, attempt(lambda: set_item(code)))
# expect: b ValueError: operation forbidden on released memoryview object
# expect: h ValueError: operation forbidden on released memoryview object
# expect: i ValueError: operation forbidden on released memoryview object
# expect: l ValueError: operation forbidden on released memoryview object
# expect: q ValueError: operation forbidden on released memoryview object
# expect: B ValueError: operation forbidden on released memoryview object
# expect: H ValueError: operation forbidden on released memoryview object
# expect: I ValueError: operation forbidden on released memoryview object
# expect: L ValueError: operation forbidden on released memoryview object
# expect: Q ValueError: operation forbidden on released memoryview object
# expect: n ValueError: operation forbidden on released memoryview object
# expect: N ValueError: operation forbidden on released memoryview object
# expect: d ValueError: operation forbidden on released memoryview object
# expect: f ValueError: operation forbidden on released memoryview object
# expect: e ValueError: operation forbidden on released memoryview object
# expect: ? ValueError: operation forbidden on released memoryview object
# expect: P TypeError: memoryview: invalid type for format 'P'
for action in (set_slice_bound, tuple_key, key, bound):
    print(action.__name__, attempt(action))
# expect: set_slice_bound ValueError: operation forbidden on released memoryview object
# expect: tuple_key ValueError: operation forbidden on released memoryview object
# expect: key ValueError: operation forbidden on released memoryview object
# expect: bound [0, 0, 0, 0, 0, 0, 0]


def search():
    view = fresh()
    return Releasing(view) in view


def release_while_iterating():
    view = fresh()
    for item in view:
        view.release()


def comparison():
    class Exporter:
        def __init__(self, view):
            self.view = view

        def __buffer__(self, flags):
            self.view.release()
            return memoryview(b'')
    view = memoryview(bytearray(b'abc'))
    return view == Exporter(view)


def assignment_from_exporter():
    class Exporter:
        def __buffer__(self, flags):
            view.release()
            return memoryview(b'ab')
    view = fresh()
    view[:2] = Exporter()


def resize_under_a_write():
    data = bytearray(8)
    view = memoryview(data)

    class Resizing:
        def __index__(self):
            data.clear()
            return 1
    view[0] = Resizing()


def release_then_resize():
    data = bytearray(8)
    view = memoryview(data)

    class Resizing:
        def __index__(self):
            view.release()
            data.clear()
            return 1
    view[7] = Resizing()


for action in (search, release_while_iterating, assignment_from_exporter, resize_under_a_write, release_then_resize):
    print(action.__name__, attempt(action))
# expect: search ValueError: operation forbidden on released memoryview object
# expect: release_while_iterating ValueError: operation forbidden on released memoryview object
# expect: assignment_from_exporter ValueError: operation forbidden on released memoryview object
# expect: resize_under_a_write BufferError: Existing exports of data: object cannot be re-sized
# expect: release_then_resize ValueError: operation forbidden on released memoryview object
