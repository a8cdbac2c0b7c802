# Operations of array.array in which CPython 3.13 goes on with the length from before a conversion.
# differs: CPython goes on with the length from before the conversion (COMPATIBILITY.md#memory-safety)
from _reentrancy_array import UNLIKE_CPYTHON, play

play(lambda name, act: (name, act) in UNLIKE_CPYTHON)
