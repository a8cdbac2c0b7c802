# Operations of memoryview in which CPython 3.13 goes on reading after the release.
# differs: CPython reads released memory (COMPATIBILITY.md#memory-safety)
from _reentrancy_memoryview import UNLIKE_CPYTHON, play

play(lambda name, act: (name, act) in UNLIKE_CPYTHON)
