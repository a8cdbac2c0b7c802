# Linked lists, a binary search tree and a queue made of objects: attribute chasing and identity tests.


class Link:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None
        self.count = 1

    def insert(self, key):
        node = self
        while True:
            if key == node.key:
                node.count += 1
                return False
            if key < node.key:
                if node.left is None:
                    node.left = Tree(key)
                    return True
                node = node.left
            else:
                if node.right is None:
                    node.right = Tree(key)
                    return True
                node = node.right


def reverse(link):
    previous = None
    while link is not None:
        link.next, previous, link = previous, link, link.next
    return previous


def merge(a, b):
    head = tail = Link(None)
    while a is not None and b is not None:
        if a.value <= b.value:
            tail.next, a = a, a.next
        else:
            tail.next, b = b, b.next
        tail = tail.next
    tail.next = a if a is not None else b
    return head.next


def merge_sort(link, length):
    if length < 2:
        if link is not None:
            link.next = None
        return link
    half = length // 2
    other = link
    for _ in range(half):
        other = other.next
    right = merge_sort(other, length - half)
    left = merge_sort(link, half)
    return merge(left, right)


def run():
    seed = 42
    head = None
    for _ in range(120_000):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        head = Link(seed % 100_000, head)
    head = reverse(merge_sort(reverse(head), 120_000))
    total, position = 0, 0
    node = head
    while node is not None:
        position += 1
        total += node.value * position
        node = node.next
    tree = Tree(120_000)
    inserted = 0
    for _ in range(120_000):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        inserted += tree.insert(seed % 100_000)
    return total, inserted


print(run())
