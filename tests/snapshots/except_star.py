def f(g):
    try:
        g()
    except* OSError as group:
        print(group)
    except* ValueError:
        pass
