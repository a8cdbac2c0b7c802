# Many small objects that come and go.


class Node:
    __slots__ = ('left', 'right')

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


def build_tuples(depth):
    return (build_tuples(depth - 1), build_tuples(depth - 1)) if depth else (None, None)


def check_tuples(tree):
    left, right = tree
    return 1 if left is None else 1 + check_tuples(left) + check_tuples(right)


total = 0
long_lived = build(15)
for depth in range(4, 17, 4):
    for _ in range(1 << (17 - depth)):
        total += build(depth).check()
        total += check_tuples(build_tuples(depth))
print(total, long_lived.check())
