#pragma once
// slice: three values of any kind. What they mean for a sequence: slice_unpack and slice_adjust of objects/protocol/protocol.h.
#include "objects/core/runtime.h"

namespace mp {

struct SliceObject : Object { // Layout::slice
    Value start;              // owned, None when left out
    Value stop;
    Value step;
};

inline bool is_slice(Value value) noexcept { return value.is_object() && value.object()->layout == Layout::slice; }

Ref<SliceObject> make_slice(Runtime& rt, Value start, Value stop, Value step);

// slice.indices(length) for a length of any size, not negative: exact start, stop and step. Runs __index__.
struct SliceIndices {
    Owned start, stop, step;
};
Result<SliceIndices> slice_indices(Runtime& rt, SliceObject& slice, Value length);

} // namespace mp
