#pragma once
// Iterators over ranges. The VM's FOR_RANGE inlines the small one on this struct.
#include "objects/core/runtime.h"

namespace mp {

struct RangeObject;

// Over numbers that all are small ints: gives `current`, then adds `step`, `remaining` times.
struct RangeIterator : Object { // Layout::range_iterator
    std::int64_t current;       // the next number; a small int as long as remaining > 0
    std::int64_t step;
    std::int64_t remaining;
};

// Over any ints.
struct LongRangeIterator : Object {
    Value current; // owned ints
    Value step;
    Value remaining;
};

// iter(range): a RangeIterator when the range is small, else a LongRangeIterator.
Owned make_range_iterator(Runtime& rt, RangeObject& range);
Ref<RangeIterator> make_small_range_iterator(Runtime& rt, std::int64_t start, std::int64_t step, std::int64_t count);

} // namespace mp
