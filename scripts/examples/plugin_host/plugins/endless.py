# Tries not to be stopped.
import host


def endless():
    while True:
        try:
            while True:
                x = 1
        except BaseException:
            pass


host.command('endless', endless)
host.command('after_that', lambda: 'the interpreter goes on')
