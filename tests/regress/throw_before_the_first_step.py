# Thrown into before it began, a generator still stands in the traceback, at the line where its definition begins.
import traceback


def lines(error):
    entry, found = error.__traceback__, []
    while entry:
        found.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
        entry = entry.tb_next
    return found


def plain(f): return f


@plain
def generator(a):
    yield a


async def coroutine(a):
    return lambda: a


async def outer():
    await coroutine(1)


for start in generator(1), coroutine(1), outer():
    try:
        start.throw(KeyError('x'))
    except KeyError as error:
        print(lines(error))
        traceback.print_exception(error)
# expect: [('<module>', 31), ('generator', 16)]
# expect: [('<module>', 31), ('coroutine', 21)]
# expect: [('<module>', 31), ('outer', 25)]
# stderr: Traceback (most recent call last):
# stderr:   File "throw_before_the_first_step.py", line 31, in <module>
# stderr:     start.throw(KeyError('x'))
# stderr:     ~~~~~~~~~~~^^^^^^^^^^^^^^^
# stderr:   File "throw_before_the_first_step.py", line 16, in generator
# stderr:     @plain
# stderr: KeyError: 'x'
# stderr: Traceback (most recent call last):
# stderr:   File "throw_before_the_first_step.py", line 31, in <module>
# stderr:     start.throw(KeyError('x'))
# stderr:     ~~~~~~~~~~~^^^^^^^^^^^^^^^
# stderr:   File "throw_before_the_first_step.py", line 21, in coroutine
# stderr:     async def coroutine(a):
# stderr: KeyError: 'x'
# stderr: Traceback (most recent call last):
# stderr:   File "throw_before_the_first_step.py", line 31, in <module>
# stderr:     start.throw(KeyError('x'))
# stderr:     ~~~~~~~~~~~^^^^^^^^^^^^^^^
# stderr:   File "throw_before_the_first_step.py", line 25, in outer
# stderr:     async def outer():
# stderr: KeyError: 'x'
# exit: 0
