# What is made to be awaited and never is, is told of when it dies.
import warnings


async def coroutine():
    pass


async def agen():
    yield 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    coroutine()
    agen().asend(None)
    agen().athrow(ValueError)
    agen().aclose()
    agen().__anext__()
for warning in caught:
    print(warning.category.__name__, warning.message)
# expect: RuntimeWarning coroutine 'coroutine' was never awaited
# expect: RuntimeWarning coroutine method 'asend' of 'agen' was never awaited
# expect: RuntimeWarning coroutine method 'athrow' of 'agen' was never awaited
# expect: RuntimeWarning coroutine method 'aclose' of 'agen' was never awaited
# expect: RuntimeWarning coroutine method 'asend' of 'agen' was never awaited

# Once stepped or closed they are silent.
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    coroutine().close()
    agen().asend(None).close()
print(caught)  # expect: []
