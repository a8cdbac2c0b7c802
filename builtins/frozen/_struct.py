"""struct's functions by another name, which modules written for CPython import."""
from struct import *
from struct import _clearcache
