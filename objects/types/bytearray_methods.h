#pragma once
// What changes a bytearray: methods and slots (bytearray_methods.cpp, bytearray_slices.cpp). Only objects/types includes this.
#include "objects/core/runtime.h"

namespace mp {

extern const NativeDef bytearray_methods[];

Result<Owned> bytearray_inplace_concat(Runtime& rt, Value self, Value other);
Result<Owned> bytearray_inplace_repeat(Runtime& rt, Value self, std::int64_t count);
// self[key] = value, del self[key] (value unbound), for ints and slices of any step.
Result<void> bytearray_set_item(Runtime& rt, Value self, Value key, Value value);

} // namespace mp
