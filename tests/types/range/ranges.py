# range: of any size, as a sequence.
def fails(f, *args, **named):
    try:
        print('no error:', f(*args, **named))
    except Exception as e:
        print(f'{type(e).__name__}: {e}')

r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], r[::2], r[10:], r[-2:], r[4:1:-1], r[:0])  # expect: range(2, 20, 3) [2, 5, 8, 11, 14, 17] 6 2 17 range(5, 11, 3) range(17, -1, -3) range(2, 20, 6) range(20, 20, 3) range(14, 20, 3) range(14, 5, -3) range(2, 2, 3)
print(r.start, r.stop, r.step, range(5), range(5, 5), range(0, 10, -1), range(10, 0, -3), list(range(10, 0, -3)), bool(range(0)), bool(r))  # expect: 2 20 3 range(0, 5) range(5, 5) range(0, 10, -1) range(10, 0, -3) [10, 7, 4, 1] False True
print(5 in r, 6 in r, 5.0 in r, 'x' in r, 20 in r, 2 in r, True in range(3), -1 in range(0, -5, -1))  # expect: True False True False False True True True
print(r.index(8), r.count(8), r.count(9), r.count(8.0), r.index(8.0), list(reversed(r)))  # expect: 2 1 0 1 2 [17, 14, 11, 8, 5, 2]
print(range(0) == range(2, 1), range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), range(1) == range(0, 1, 5), range(3) == [0, 1, 2], range(3) != range(4))  # expect: True True True True False True
print(hash(range(5)) == hash(range(0, 5, 1)), hash(range(0)) == hash(range(3, 3)), hash(range(5)), hash(range(1)), hash(range(0)), hash(range(0, 10, 3)))  # expect: True True 5795932985296280846 -6721383568238688696 2676694398852732306 -1816567394155750349
big = range(2**100, 2**100 + 10, 3)
print(big, list(big), len(big), big[1], big[-1], big[1:], 2**100 + 3 in big, 2**100 + 4 in big, big.index(2**100 + 6), list(reversed(big)))  # expect: range(1267650600228229401496703205376, 1267650600228229401496703205386, 3) [1267650600228229401496703205376, 1267650600228229401496703205379, 1267650600228229401496703205382, 1267650600228229401496703205385] 4 1267650600228229401496703205379 1267650600228229401496703205385 range(1267650600228229401496703205379, 1267650600228229401496703205388, 3) True False 2 [1267650600228229401496703205385, 1267650600228229401496703205382, 1267650600228229401496703205379, 1267650600228229401496703205376]
huge = range(10**30)
print(huge[10**29], huge[-1], huge[::10**29], huge[5:10], 10**29 in huge, huge.count(3), huge.index(77), next(iter(huge)), next(reversed(huge)))  # expect: 100000000000000000000000000000 999999999999999999999999999999 range(0, 1000000000000000000000000000000, 100000000000000000000000000000) range(5, 10) True 1 77 0 999999999999999999999999999999
edge = range(2**61 - 3, 2**61 + 3)
print(list(edge), len(edge), list(range(-2**61 - 2, -2**61 + 2)), list(range(2**63 - 2, 2**63 + 2)), list(reversed(edge)))  # expect: [2305843009213693949, 2305843009213693950, 2305843009213693951, 2305843009213693952, 2305843009213693953, 2305843009213693954] 6 [-2305843009213693954, -2305843009213693953, -2305843009213693952, -2305843009213693951] [9223372036854775806, 9223372036854775807, 9223372036854775808, 9223372036854775809] [2305843009213693954, 2305843009213693953, 2305843009213693952, 2305843009213693951, 2305843009213693950, 2305843009213693949]
print(len(range(-2**62, 2**62 - 1)), range(-2**62, 2**62)[2**62], range(-2**61, 2**61 - 1)[-1])  # expect: 9223372036854775807 0 2305843009213693950
fails(len, huge)
# expect: OverflowError: Python int too large to convert to C ssize_t
fails(lambda: r[9])
# expect: IndexError: range object index out of range
fails(lambda: r['a'])
# expect: TypeError: range indices must be integers or slices, not str
fails(lambda: r[2**100])
# expect: IndexError: range object index out of range
fails(range)
# expect: TypeError: range expected at least 1 argument, got 0
fails(range, 1, 2, 3, 4)
# expect: TypeError: range expected at most 3 arguments, got 4
fails(range, 'a')
# expect: TypeError: 'str' object cannot be interpreted as an integer
fails(range, 1.5)
# expect: TypeError: 'float' object cannot be interpreted as an integer
fails(range, 1, 2, 0)
# expect: ValueError: range() arg 3 must not be zero
fails(lambda: range(x=1))
# expect: TypeError: range() takes no keyword arguments
fails(r.index, 9)
# expect: ValueError: 9 is not in range
fails(r.index, 'a')
# expect: ValueError: sequence.index(x): x not in sequence
fails(lambda: r[1:'a'])
# expect: TypeError: slice indices must be integers or None or have an __index__ method
fails(lambda: r + r)
# expect: TypeError: unsupported operand type(s) for +: 'range' and 'range'
fails(lambda: r < r)
# expect: TypeError: '<' not supported between instances of 'range' and 'range'
def readonly(o, name):
    try:
        setattr(o, name, 5)
    except AttributeError:
        print(name, 'is read-only')
readonly(r, 'start')
# expect: start is read-only
class I:
    def __index__(self): return 4
print(range(I()), range(True), range(I(), 10, I())[I():], range(10)[I()])  # expect: range(0, 4) range(0, 1) range(12, 12, 4) 4
it = iter(range(5))
print(next(it), it.__length_hint__(), list(it), it.__length_hint__(), next(it, 'end'))  # expect: 0 4 [1, 2, 3, 4] 0 end
it = iter(range(2**70, 2**70 + 3))
print(next(it), it.__length_hint__(), list(it), it.__length_hint__(), next(it, 'end'), type(it).__name__)  # expect: 1180591620717411303424 2 [1180591620717411303425, 1180591620717411303426] 0 end longrange_iterator
for i in range(3): i += 10
print(i, [x for x in range(5, -5, -2)], sum(range(1000)), max(range(7)), sorted(range(3), reverse=True))  # expect: 12 [5, 3, 1, -1, -3] 499500 6 [2, 1, 0]
print(range(3).__reduce__(), iter(range(3)).__reduce__()[1:])  # expect: (<class 'range'>, (0, 3, 1)) ((range(0, 3),), None)
