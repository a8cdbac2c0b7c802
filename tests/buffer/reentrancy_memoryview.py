# Every operation of memoryview that runs user code, where that code releases the view, resizes what it shows, or takes another view.
# since: 3.12
from _reentrancy_memoryview import UNLIKE_CPYTHON, play

play(lambda name, act: (name, act) not in UNLIKE_CPYTHON)
