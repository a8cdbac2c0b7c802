# Targets are assigned from left to right, the value is computed once.
def value():
    print('value')
    return [1]


a = b = c = value()
# expect: value
print(a is b is c)  # expect: True
i = 0
i = x = [10, 20]
print(i, x)  # expect: [10, 20] [10, 20]
items = [0, 0, 0]
i = items[i if isinstance(i, int) else 1] = 2
print(i, items)  # expect: 2 [0, 0, 2]
