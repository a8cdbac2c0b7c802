class Bag:
    pass


bag = Bag()
bag.a, bag.b = 1, [0, 0]
bag.b[0], bag.b[1:] = 5, [6, 7]
print(bag.a, bag.b)  # expect: 1 [5, 6, 7]
for bag.a in range(3):
    pass
print(bag.a)  # expect: 2
table = {}
for table['x'], table['y'] in [(1, 2), (3, 4)]:
    pass
print(table)  # expect: {'x': 3, 'y': 4}
del bag.a, table['x']
print(hasattr(bag, 'a'), table)  # expect: False {'y': 4}
