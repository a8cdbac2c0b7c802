# `yield from` takes the value of the StopIteration that any iterator ends with.
class Counting:
    def __init__(self, end):
        self.place, self.end = 0, end

    def __iter__(self):
        return self

    def __next__(self):
        if self.place == self.end:
            raise StopIteration('ended at', self.end) if self.end == 1 else StopIteration(self.end)
        self.place += 1
        return self.place


def delegating(end):
    result = yield from Counting(end)
    print('result', result)


print(list(delegating(3)))
# expect: result 3
# expect: [1, 2, 3]
print(list(delegating(1)))
# expect: result ended at
# expect: [1]
print(list(Counting(2)), [*Counting(2)], sum(Counting(3)))  # expect: [1, 2] [1, 2] 6
for item in Counting(2):
    print(item)
# expect: 1
# expect: 2
first, *rest = Counting(3)
print(first, rest, dict.fromkeys(Counting(2)), max(Counting(4)))  # expect: 1 [2, 3] {1: None, 2: None} 4
