def f(n):
    if n == 0:
        raise ValueError('bottom')
    f(n - 1)


f(10)
# stderr: Traceback (most recent call last):
# stderr:   File "recursion.py", line 7, in <module>
# stderr:     f(10)
# stderr:     ~^^^^
# stderr:   File "recursion.py", line 4, in f
# stderr:     f(n - 1)
# stderr:     ~^^^^^^^
# stderr:   File "recursion.py", line 4, in f
# stderr:     f(n - 1)
# stderr:     ~^^^^^^^
# stderr:   File "recursion.py", line 4, in f
# stderr:     f(n - 1)
# stderr:     ~^^^^^^^
# stderr:   [Previous line repeated 7 more times]
# stderr:   File "recursion.py", line 3, in f
# stderr:     raise ValueError('bottom')
# stderr: ValueError: bottom
