# A function that the collector frees must leave alone the cells that it shares with code that runs.
import gc


def outer():
    shared = 5

    def make():
        def inner(itself=[]):
            return shared
        inner.__defaults__[0].append(inner)
    make()
    gc.collect()
    return shared


def with_class():
    done = False

    def make():
        class A(list):
            def __del__(self):
                nonlocal done
                done = True
        A()
    make()
    gc.collect()
    return done


print(outer(), with_class())  # expect: 5 True
