for c in 'ab':
    print(c)
# expect: a
# expect: b
for k, v in {'x': 1, 'y': 2}.items():
    print(k, v)
# expect: x 1
# expect: y 2
for i, (a, *b) in enumerate([(1, 2, 3), (4,)]):
    print(i, a, b)
# expect: 0 1 [2, 3]
# expect: 1 4 []
for x in range(10, 0, -4):
    print(x)
# expect: 10
# expect: 6
# expect: 2
for x in (1, 2), (3, 4):
    print(x)
# expect: (1, 2)
# expect: (3, 4)
print('after', x)  # expect: after (3, 4)
for x in iter([5]):
    x = 'changed'
print(x)  # expect: changed
for i in range(3):
    i *= 10
    print(i)
# expect: 0
# expect: 10
# expect: 20
data = [1, 2, 3]
for x in data:
    if x == 1:
        data.append(4)
print(data)  # expect: [1, 2, 3, 4]
