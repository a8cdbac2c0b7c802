# Powers and shifts whose results would take gigabytes fail at once, before any memory is asked for.
# differs: CPython would try: COMPATIBILITY.md#sizes-of-ints
def attempt(f):
    try:
        f()
    except Exception as error:
        return type(error).__name__

print(attempt(lambda: 1 << 10**11), attempt(lambda: 10**10**10), attempt(lambda: 3 ** (1 << 62)), attempt(lambda: (2**70) ** (10**15)))  # expect: MemoryError MemoryError MemoryError MemoryError
import math
print(attempt(lambda: math.factorial(10**15)), attempt(lambda: math.perm(10**18, 10**15)), attempt(lambda: math.comb(10**18, 10**14)))  # expect: MemoryError MemoryError MemoryError
