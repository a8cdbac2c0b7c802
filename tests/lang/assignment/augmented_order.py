# The target is evaluated once, before the value.
log = []


def seen(name, value):
    log.append(name)
    return value


table = {'k': 1}
seen('table', table)[seen('key', 'k')] += seen('value', 10)
print(log, table)  # expect: ['table', 'key', 'value'] {'k': 11}


class Box:
    n = 1


seen('box', Box).n *= seen('factor', 3)
print(log[3:], Box.n)  # expect: ['box', 'factor'] 3
