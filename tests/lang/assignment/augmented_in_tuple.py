# The list inside changes although the assignment to the tuple fails.
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as error:
    print(error)  # expect: 'tuple' object does not support item assignment
print(t)  # expect: ([1, 5], 2)
