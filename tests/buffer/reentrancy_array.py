# Every operation of array.array that runs user code, where that code resizes or exports the array.
# since: 3.12
from _reentrancy_array import UNLIKE_CPYTHON, play

play(lambda name, act: (name, act) not in UNLIKE_CPYTHON)
