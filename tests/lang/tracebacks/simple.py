def f(x):
    return g(x) + 1


def g(x):
    return 10 / x


f(0)
# stderr: Traceback (most recent call last):
# stderr:   File "simple.py", line 9, in <module>
# stderr:     f(0)
# stderr:     ~^^^
# stderr:   File "simple.py", line 2, in f
# stderr:     return g(x) + 1
# stderr:            ~^^^
# stderr:   File "simple.py", line 6, in g
# stderr:     return 10 / x
# stderr:            ~~~^~~
# stderr: ZeroDivisionError: division by zero
