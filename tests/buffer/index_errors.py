# Keys that views refuse, and in what words.
one = memoryview(bytearray(b'abcdefgh'))
two = one.cast('B', [2, 4])
zero = memoryview(bytearray(b'A')).cast('B', [])


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for key in (8, -9, 2 ** 70, 'x', 1.5, None, ..., (1, 2), slice(0, 2, 0), slice('a', None)):
    print(attempt(lambda: one[key]))
    print(attempt(lambda: one.__setitem__(key, 1)))
# expect: IndexError: index out of bounds on dimension 1
# expect: IndexError: index out of bounds on dimension 1
# expect: IndexError: index out of bounds on dimension 1
# expect: IndexError: index out of bounds on dimension 1
# expect: IndexError: cannot fit 'int' into an index-sized integer
# expect: IndexError: cannot fit 'int' into an index-sized integer
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: cannot index 1-dimension view with 2-element tuple
# expect: TypeError: cannot index 1-dimension view with 2-element tuple
# expect: ValueError: slice step cannot be zero
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: slice indices must be integers or None or have an __index__ method
# expect: TypeError: a bytes-like object is required, not 'int'
print(one[-8], one[(3,)])  # expect: 97 100
for key in ((0, 4), (2, 0), (-3, 0), (0, 0, 0), ..., 'x'):
    print(attempt(lambda: two[key]))
# expect: IndexError: index out of bounds on dimension 2
# expect: IndexError: index out of bounds on dimension 1
# expect: IndexError: index out of bounds on dimension 1
# expect: TypeError: cannot index 2-dimension view with 3-element tuple
# expect: TypeError: memoryview: invalid slice key
# expect: TypeError: memoryview: invalid slice key
print(two[1, 3], two[-2, -4])  # expect: 104 97
for key in (0, 'x', slice(None), (0,)):
    print(attempt(lambda: zero[key]))
    print(attempt(lambda: zero.__setitem__(key, 1)))
# expect: TypeError: invalid indexing of 0-dim memory
# expect: TypeError: invalid indexing of 0-dim memory
# expect: TypeError: invalid indexing of 0-dim memory
# expect: TypeError: invalid indexing of 0-dim memory
# expect: TypeError: invalid indexing of 0-dim memory
# expect: TypeError: invalid indexing of 0-dim memory
# expect: TypeError: invalid indexing of 0-dim memory
# expect: TypeError: invalid indexing of 0-dim memory
zero[()] = 66
print(zero[()], zero[...] is zero, zero.tolist(), zero.shape, zero.nbytes, attempt(lambda: len(zero)), attempt(lambda: iter(zero)))  # expect: 66 True 66 () 1 TypeError: 0-dim memory has no length TypeError: invalid indexing of 0-dim memory
zero[...] = 67
print(zero.tobytes())  # expect: b'C'
for key in (0, slice(0, 1), (0, 0)):
    print(attempt(lambda: one.__delitem__(key)))
# expect: TypeError: cannot delete memory
# expect: TypeError: cannot delete memory
# expect: TypeError: cannot delete memory
print(attempt(lambda: one.__setitem__(slice(0, 2), b'xyz')))  # expect: ValueError: memoryview assignment: lvalue and rvalue have different structures
print(attempt(lambda: one.__setitem__(slice(0, 2), 5)))  # expect: TypeError: a bytes-like object is required, not 'int'
print(attempt(lambda: one.__setitem__(slice(0, 2), 'ab')))  # expect: TypeError: a bytes-like object is required, not 'str'
print(attempt(lambda: one.__setitem__(slice(0, 2), memoryview(b'ab').cast('b'))))  # expect: ValueError: memoryview assignment: lvalue and rvalue have different structures
print(attempt(lambda: one.__setitem__(slice(0, 2), memoryview(b'abcd').cast('h'))))  # expect: ValueError: memoryview assignment: lvalue and rvalue have different structures
