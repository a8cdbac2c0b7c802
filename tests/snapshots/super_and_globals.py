x = 1
def f():
    global x
    x = len(x)
del x
