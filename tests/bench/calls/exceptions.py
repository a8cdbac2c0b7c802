# Raising, catching and cleaning up; try blocks that raise nothing are the common case.


class Missing(Exception):
    def __init__(self, key):
        super().__init__(key)
        self.key = key


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        raise Missing(key) from None


def careful(table, key):
    try:
        return lookup(table, key)
    except Missing as error:
        return -error.key
    finally:
        table['count'] += 1


def quiet(values):
    total = 0
    for value in values:
        try:
            total += value
        except TypeError:
            total -= 1
    return total


def run():
    table = {i: i * 2 for i in range(0, 1000, 3)}
    table['count'] = 0
    total = 0
    for i in range(600_000):
        total += careful(table, i % 1000)
    values = list(range(1000))
    values[500] = None
    for _ in range(1500):
        total += quiet(values)
    return total, table['count']


print(run())
