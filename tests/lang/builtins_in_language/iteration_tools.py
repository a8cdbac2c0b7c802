print(list(zip('ab', [1, 2, 3])), list(zip()), list(zip('a', strict=True)), list(enumerate('ab', 5)), list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1, '', 'a'])))  # expect: [('a', 1), ('b', 2)] [] [('a',)] [(5, 'a'), (6, 'b')] [3, 5] [1, 'a']
try:
    list(zip('ab', [1], strict=True))
except ValueError as error:
    print(error)  # expect: zip() argument 2 is shorter than argument 1
print(list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3))), list(reversed({'a': 1, 'b': 2})), sorted('bca', reverse=True), sorted([3, 1, 2], key=lambda x: -x))  # expect: [2, 1] ['b', 'a'] [2, 1, 0] ['b', 'a'] ['c', 'b', 'a'] [3, 2, 1]
print(min([3, 1, 2]), max('a', 'b'), min([], default='d'), max([1, -5], key=abs), sum([1, 2], 10), sum([[1], [2]], []), all([]), any([]), all([1, 0]), any([0, 1]))  # expect: 1 b d -5 13 [1, 2] True False False True
it = iter([1, 2, 3])
print(next(it), list(it), next(it, 'done'))  # expect: 1 [2, 3] done
print(list(iter(lambda c=[3, 2, 1]: c.pop(), 1)), list(map(lambda x, y: x + y, 'ab', 'cd')))  # expect: [] ['ac', 'bd']
print(sorted([(1, 'b'), (1, 'a'), (0, 'z')]), sorted({'b': 1, 'a': 2}), sorted([True, 0, 2]), [*map(str, range(3))])  # expect: [(0, 'z'), (1, 'a'), (1, 'b')] ['a', 'b'] [0, True, 2] ['0', '1', '2']
a = [('x', 2), ('y', 1), ('z', 2)]
print(sorted(a, key=lambda p: p[1]), sorted(a, key=lambda p: p[1], reverse=True))  # expect: [('y', 1), ('x', 2), ('z', 2)] [('x', 2), ('z', 2), ('y', 1)]
try:
    sum(['a', 'b'])
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for +: 'int' and 'str'
try:
    sum(['a'], '')
except TypeError as error:
    print(error)  # expect: sum() can't sum strings [use ''.join(seq) instead]
