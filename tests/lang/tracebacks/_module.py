"""A module to import."""
value = 'value'
constant = 42


def function():
    return 'called'


def broken(x):
    return 1 / x
