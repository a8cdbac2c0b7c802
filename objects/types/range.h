#pragma once
// range: start, stop and step, any ints. A range whose numbers all are small ints ("small": is_small()) is worked on with machine words.
#include "objects/core/runtime.h"

namespace mp {

struct RangeObject : Object { // Layout::range
    Value start;              // owned exact ints (bools and int subclasses are converted)
    Value stop;
    Value step;   // never 0
    Value length; // how many numbers it holds, owned

    // All four are small ints, and so is every number in it.
    bool is_small() const noexcept { return start.is_int() && stop.is_int() && step.is_int() && length.is_int(); }
};

inline bool is_range(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::range; }

// How many numbers range(start, stop, step) holds; step is not 0. Does not overflow for small ints.
std::uint64_t range_length(std::int64_t start, std::int64_t stop, std::int64_t step) noexcept;

Ref<RangeObject> make_range(Runtime& rt, std::int64_t start, std::int64_t stop,
                            std::int64_t step); // small ints, step not 0
// range(start, stop, step) of any values with __index__; ValueError "range() arg 3 must not be zero". Runs __index__.
Result<Ref<RangeObject>> make_range_from(Runtime& rt, Value start, Value stop, Value step);

} // namespace mp
