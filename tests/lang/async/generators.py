class Suspend:
    def __await__(self):
        return (yield 'suspended')


async def numbers(n):
    try:
        for i in range(n):
            await Suspend()
            received = yield i
            if received:
                print('received', received)
    finally:
        print('cleanup')


def drive(c):
    suspensions = 0
    try:
        while True:
            c.send(None)
            suspensions += 1
    except StopIteration as stop:
        return stop.value, suspensions


async def main():
    result = []
    async for x in numbers(3):
        result.append(x)
    return result


print(drive(main()))
# expect: cleanup
# expect: ([0, 1, 2], 3)
g = numbers(2)
print(type(g).__name__, drive(g.__anext__()), drive(g.asend('hello')))
# expect: received hello
# expect: async_generator (0, 1) (1, 1)
try:
    drive(g.__anext__())
except StopAsyncIteration:
    print('ended')
# expect: cleanup
# expect: ended
h = numbers(5)
drive(h.__anext__())
print(drive(h.aclose()))
# expect: cleanup
# expect: (None, 0)
k = numbers(5)
drive(k.__anext__())
try:
    drive(k.athrow(ValueError('thrown')))
except ValueError as error:
    print(error)
# expect: cleanup
# expect: thrown


async def comprehension():
    return [x async for x in numbers(2)], await anext(aiter(numbers(1)), 'default')


print(drive(comprehension()))
# expect: cleanup
# expect: cleanup
# expect: (([0, 1], 0), 3)
