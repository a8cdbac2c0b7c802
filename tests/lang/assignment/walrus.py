if (n := len('hello')) > 3:
    print(n)  # expect: 5
print((y := 5) + y, y)  # expect: 10 5
data = [1, 2, 3, 4]
print([last := x for x in data if x % 2], last)  # expect: [1, 3] 3
print(any((hit := x) > 2 for x in data), hit)  # expect: True 3
while chunk := data[:2]:
    print(chunk)
    del data[:2]
# expect: [1, 2]
# expect: [3, 4]


def f():
    return [(a := i) * a for i in range(3)], a


print(f())  # expect: ([0, 1, 4], 2)
print({(k := 'key'): (v := 1)}, k, v)  # expect: {'key': 1} key 1
