"""operator's functions by another name, which modules written for CPython import."""
from operator import *
from operator import _compare_digest
