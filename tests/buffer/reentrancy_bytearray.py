# Every operation of bytearray that runs user code, where that code resizes, clears or exports what is being worked on.
# differs: CPython 3.13 crashes; its results stand here but for UNLIKE_CPYTHON, where it reads freed memory or a length from before (COMPATIBILITY.md#memory-safety)
from _reentrancy_bytearray import play

play(lambda name, act: True)
