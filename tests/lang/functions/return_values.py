def nothing(): pass
def bare(): return
def many(): return 1, 2, *[3]
def early(x):
    if x:
        return 'early'
    return 'late'
def parenthesized(): return (1)
def single(): return 1,


print(nothing(), bare(), many(), early(1), early(0), parenthesized(), single())  # expect: None None (1, 2, 3) early late 1 (1,)


def recursive(n):
    return 0 if n == 0 else n + recursive(n - 1)


print(recursive(100))  # expect: 5050


def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)


print(even(50), odd(7))  # expect: True True
