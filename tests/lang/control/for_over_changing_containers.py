items = [1, 2, 3, 4]
for x in items:
    if x == 2:
        items.remove(x)
print(items)  # expect: [1, 3, 4]
table = {1: 1, 2: 2}
try:
    for k in table:
        table[k + 10] = 0
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
try:
    for k in {1, 2, 3} if False else (s := {1, 2, 3}):
        s.add(k + 100)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
table = {1: 1, 2: 2, 3: 3}
try:
    for k in table:
        del table[k]
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
for k in list(table):
    table[k] = k * 2
for k in table:
    table[k] += 1
print(table)  # expect: {2: 5, 3: 7}
