def f(g):
    for i in g:
        try:
            g(i)
        except (OSError, ValueError) as e:
            if e: continue
            raise
        except KeyError:
            break
        else:
            return i
        finally:
            g.close()
