# Functions that the collector frees must leave alone the cells that they share with code that runs.
import gc


def outer():
    shared = 5

    def make():
        functions = []
        for _ in range(1000):
            def inner():
                return shared
            inner.all = functions
            functions.append(inner)
        for function in functions:
            function.first = functions[0]
    make()
    gc.collect()
    return shared


print(outer())  # expect: 5
