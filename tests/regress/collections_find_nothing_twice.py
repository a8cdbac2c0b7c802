# What a collection has found is gone afterwards; the types that modules make are no garbage.
import array, collections, gc, itertools, struct, sys

gc.collect()
print(gc.collect())  # expect: 0
