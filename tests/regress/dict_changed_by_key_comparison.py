class Key:
    def __init__(self, name): self.name = name
    def __hash__(self): return 1

    def __eq__(self, other):
        if clear:
            table.clear()
        return self.name == other.name


clear = False
table = {Key('a'): 1, Key('b'): 2}
clear = True
print(table.get(Key('b'), 'gone'), len(table))  # expect: gone 0
clear = False
table = {Key('a'): 1, Key('b'): 2}
clear = True
table[Key('c')] = 3
print(len(table))  # expect: 1
clear = False
table.clear()
for i in range(100):
    table[Key(i)] = i
print(len(table), table[Key(99)])  # expect: 100 99
