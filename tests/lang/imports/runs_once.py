import _counts  # expect: counting
import _counts
from _counts import n
import sys
print(n, _counts.n)  # expect: 1 1
del sys.modules['_counts']
import _counts as again  # expect: counting
print(again is _counts)  # expect: False
