# close() of what asend() and athrow() give raises GeneratorExit at the waiting await.
class Waiting:
    def __await__(self):
        try:
            yield 'waiting'
        finally:
            print('leaving')


class Stubborn:
    def __await__(self):
        try:
            yield 'waiting'
        except GeneratorExit:
            yield 'still here'


async def agen(what):
    await what
    yield


step = agen(Waiting()).asend(None)
print(step.send(None))  # expect: waiting
print(step.close())
# expect: leaving
# expect: None
print(step.close())  # expect: None
try:
    step.send(None)
except RuntimeError as error:
    print(error)  # expect: cannot reuse already awaited __anext__()/asend()

step = agen(Stubborn()).asend(None)
print(step.send(None))  # expect: waiting
try:
    step.close()
except RuntimeError as error:
    print(error)  # expect: generator ignored GeneratorExit


class Broken:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        1 / 0


async def walk():
    async for _ in Broken():
        pass

try:
    walk().send(None)
except TypeError as error:
    print(str(error).partition(':')[0], repr(error.__cause__))  # expect: 'async for' received an invalid object from __anext__ ZeroDivisionError('division by zero')
